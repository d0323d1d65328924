"""Facts that nothing needs: of the person of a story, of a place or thing in it, of others.

Each says where it may not be told: `unlike` lists beginnings of words by which the story could make
something of its number.
"""

from dataclasses import dataclass

from factory.symbolic.edits.nouns import word_set


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to add; `{who}` is the person, `{t}` a thing of the story, `{name}` somebody new.

    One of a person begins with its verb. `{n}` is what is asked for, `{k}` the number, from `low`
    to `high`; `<has|had>` takes the tense of the question.
    """

    text: str
    low: int
    high: int
    unlike: str = ""
    like: str = ""
    """Beginnings of words of which the story has one, `_` for a space; empty for any story."""


_SINCE = "years age ago old since"
_AGED = f"{_SINCE} year month born class gym school allowance grade test"
_GIVEN = "gift bag party box basket pack given"
_COUNTERS = "pays_for_everything market_stall stops_at_the at_the_counter pays_with"
ASIDES = (
    Fact(
        "has been in this job for {k} years",
        3,
        24,
        f"{_SINCE} leaves uncle allowance",
        r"earns_\$ is_paid_\$ overtime shift works_for",
    ),
    Fact(
        "has been baking for {k} years",
        3,
        24,
        _SINCE,
        r"(?:bakes|baking|baked)\b",
    ),
    Fact("has been making jam for {k} years", 3, 24, _SINCE, r"(?<!paper_)jam\b"),
    Fact("has been gardening for {k} years", 3, 24, _SINCE, "plants seedling flower_bed garden"),
    Fact("has grown fruit for {k} years", 3, 24, _SINCE, "orchard fruit_trees old_trees harvests"),
    Fact("learned to knit {k} years ago", 3, 24, _SINCE, "knit"),
    Fact(
        "began to collect {k} years ago",
        3,
        24,
        f"{_SINCE} jar",
        "collection_of (?:his|her|'s)_collection fossils crystals stamps",
    ),
    Fact(
        "began to collect {k} years ago",
        3,
        24,
        f"{_SINCE} {_GIVEN}",
        "seashells pebbles feathers comics postcards pins",
    ),
    Fact("has been a member for {k} years", 3, 24, f"{_SINCE} member", "party_of_the"),
    Fact(
        "got a driver's license {k} years ago",
        3,
        24,
        _SINCE,
        "liter_of_fuel garage drives_to gallons_of_gas driving (?:his|her)_car",
    ),
    Fact(
        "is {k} years old",
        18,
        58,
        _AGED,
        "trail laps hike skate scooter push-ups steps account saving saved saves"
        " save_for in_an_hour jogs swims marathon runs_\\d hiking",
    ),
    Fact(
        "has been making crafts for {k} years",
        3,
        24,
        _SINCE,
        "street_market craft_fair town_market of_ribbon,? leather_cord meters_of_felt",
    ),
    Fact(
        "has been making jewelry for {k} years",
        3,
        24,
        _SINCE,
        "blue_beads white_beads black_beads green_beads red_beads silver_beads pattern_of",
    ),
    Fact("has read {k} novels this year", 13, 48, "novels", "biography fantasy_novel pages_long"),
    Fact("has played the cello for {k} years", 3, 19, _SINCE, "cello"),
    Fact(
        "has played in a band for {k} years",
        3,
        19,
        f"{_SINCE} band learning",
        "trumpet flute clarinet drums violin piano guitar accordion",
    ),
    Fact("has watched birds for {k} years", 3, 24, _SINCE, "cranes ducks_on storks swans gulls"),
    Fact("has run a store for {k} years", 3, 24, _SINCE, "store_with store_gets"),
    Fact(
        "has been cooking for {k} years",
        3,
        24,
        _SINCE,
        r"recipe each_serving \d_servings jugs pure_juice dinner_party",
    ),
    Fact("has been a painter for {k} years", 3, 24, _SINCE, "liter_of_paint liters_of_paint"),
    Fact(
        "has been laying tiles for {k} years",
        3,
        24,
        _SINCE,
        "tiles_on covers_it_with_tiles lays_tiles",
    ),
    Fact("has been a librarian for {k} years", 3, 24, _SINCE, "bookcases_in bookcases_with"),
    Fact("has kept bees for {k} years", 3, 24, _SINCE, "beehives hives"),
    Fact("has kept birds for {k} years", 3, 24, _SINCE, "hens bird_lays"),
    Fact("has worked with animals for {k} years", 3, 24, _SINCE, "feeds_ looks_after"),
    Fact(
        "has owned this land for {k} years", 3, 24, _SINCE, "fence_around (?:builds|puts)_a_fence"
    ),
    Fact("has been a regular customer for {k} years", 3, 19, f"{_SINCE} regular", _COUNTERS),
    Fact("has kept pets for {k} years", 3, 12, _SINCE, r"dogs?\b cats?\b pupp kitten hamster"),
    Fact("has played sports for {k} years", 3, 12, _SINCE, "basketball soccer baseball tennis"),
    Fact("has lived on a farm for {k} years", 3, 12, _SINCE, "farm_has cows farmer"),
    Fact("has been painting for {k} years", 3, 19, _SINCE, "paintings"),
    Fact("has been sewing for {k} years", 3, 19, _SINCE, "sews quilt dresses fabric"),
    Fact("has been doing this work for {k} years", 3, 9, _SINCE, "babysit mows tutors"),
    Fact(
        "has a shelf with {k} books", 14, 60, "book novel magazine shel read", "homework video_game"
    ),
    Fact(
        "has visited {k} countries",
        7,
        31,
        "countr",
        "vacation airport flight_to hotel_for plane travel tourist",
    ),
    Fact(
        "has been in business for {k} years",
        3,
        24,
        _SINCE,
        "(?:his|her)_customers (?:his|her)_shop has_a_sandwich_shop",
    ),
    Fact("learned to swim {k} years ago", 3, 9, _SINCE, "pool beach"),
    Fact("has been a teacher for {k} years", 3, 24, _SINCE, "teaches h(?:er|is)_students"),
    Fact("has been fishing for {k} years", 3, 24, _SINCE, "fishing fisherm caught"),
    Fact("has been taking photos for {k} years", 3, 19, _SINCE, "photos photograph"),
    Fact(
        "has lived in the same house for {k} years",
        3,
        14,
        f"{_SINCE} live dollhouse tree_house greenhouse",
        "furniture bedroom rent_is kitchen roof h(?:er|is)_house",
    ),
    Fact("has had this jar for {k} years", 3, 14, _SINCE, "jar_of_coins coins_in_a_jar"),
    Fact(
        "lives in a house with {k} windows",
        8,
        24,
        "window house room wall apartment",
        "electricity shower kilowatt chores laundry vacuum",
    ),
    Fact(
        "is in a class of {k} students",
        17,
        29,
        "class student children adult",
        "test evening_plan study_evening points_in_the_first is_1[0-6]_years_old, homework"
        " to_school",
    ),
)
"""What can be said of a person in passing, behind the name: it belongs to the story."""

_OPENED = "open year close old built founded ago"
_SIZED = "centimeter meter inch feet foot long wide size tall high large cm"
_BEGUN = "vote o'clock hour minute begin start morning afternoon evening night time noon"
_SOON = "year old age month new built buys_a buy_a bought_a sells_(?:his|her)"


def _of(names: str, *facts: Fact) -> tuple[tuple[str, Fact], ...]:
    return tuple((name.replace("_", " "), fact) for name in names.split() for fact in facts)


THINGS = (
    *_of(
        "gallery museum library sports_hall post_office zoo aquarium swimming_pool gym ice_rink "
        "town_hall cinema theater supermarket",
        Fact("The {t} <has|had> {k} parking spaces.", 18, 95, "park car space bus"),
    ),
    *_of(
        "museum bakery bookshop bookstore cafe restaurant workshop studio zoo gym factory "
        "farm_shop village_shop corner_shop general_store supply_store stationery_store "
        "hardware_store grocery_store garden_center hobby_shop supermarket wholesaler museum_shop "
        "aquarium toy_store craft_store pet_store "
        "pottery_shop candle_shop hat_shop ice_rink water_park store youth_center "
        "animal_shelter gallery juice_bar pizza_place steak_house "
        "noodle_bar",
        Fact("The {t} <opened|opened> {k} years ago.", 4, 48, _OPENED),
    ),
    *_of(
        "library theater opera_house town_hall concert_hall cinema hospital post_office barn mill "
        "railway_station school church lighthouse castle warehouse",
        Fact("The {t} was built in {k}.", 1880, 1995, f"{_OPENED} century"),
    ),
    *_of(
        "hotel hostel campsite",
        Fact("The {t} <has|had> {k} parking spaces.", 18, 95, "park car space"),
    ),
    *_of(
        "parking_garage",
        Fact("The garage <has|had> room for {k} cars.", 120, 390, "cars space room"),
    ),
    *_of(
        "restaurant cafe pizza_place steak_house noodle_bar cafeteria juice_bar snack_bar bistro "
        "tavern",
        Fact("The {t} <has|had> {k} tables.", 9, 38, "table seat row"),
    ),
    *_of(
        "van truck bus ferry boat train tractor camper machine tram airplane plane cable_car car "
        "pickup_truck bike fishing_boat sewing_machine printer barge minibus motorcycle cistern "
        "reservoir water_tank rain_tank pottery_wheel cello river_boat night_train",
        Fact("The {t} <is|was> {k} years old.", 3, 19, _SOON),
    ),
    *_of(
        "club choir band orchestra ensemble team folk_group drama_group gospel_choir chess_club "
        "gardening_club hiking_club photography_club swimming_club string_ensemble school_band "
        "robotics_team youth_choir film_club music_club community_center swim_team rowing_crew "
        "dance_group circus scout_troop crew company",
        Fact("The {t} was founded {k} years ago.", 3, 38, "year ago founded old"),
    ),
    *_of(
        "novel diary travel_diary fantasy_novel cookbook",
        Fact("The {t} <weighs|weighed> {k} grams.", 310, 890, "gram kilo weigh ounce pound"),
    ),
    *_of(
        "recipe",
        Fact("The recipe <is|was> on page {k} of the cookbook.", 14, 190, "page"),
    ),
    *_of(
        "farm orchard vineyard meadow field forest park village yard marsh lagoon pumpkin_patch",
        Fact(
            "The {t} <is|was> {k} kilometers from the nearest town.",
            3,
            28,
            "kilometer mile meter drive way town road walk hour",
        ),
    ),
    *_of(
        "farm_stand market_stall stall fruit_stand beach_stand kiosk",
        Fact("The {t} <is|was> {k} meters from the church.", 15, 95, "meter church"),
    ),
    *_of(
        "telescope keyboard tent guitar violin camera microscope",
        Fact("The {t} <comes|came> with a warranty of {k} months.", 13, 40, "month year week"),
    ),
    *_of(
        "desk bookcase bicycle cello drum_set",
        Fact("The {t} <is|was> {k} centimeters high.", 72, 125, _SIZED),
    ),
    *_of(
        "concert talent_show puppet_show magic_show village_concert film_night dance_evening "
        "bowling_evening summer_festival craft_fair street_market party picnic school_picnic "
        "treasure_hunt quiz_night kite_contest sandcastle_contest "
        "cave_tour boat_trip lecture skating_show musical play open-air_film circus_show recital",
        Fact("The {t} <begins|began> at {k} o'clock.", 2, 11, _BEGUN),
    ),
    *_of(
        "ridge_trail river_trail forest_trail trail coast_path lake_trail",
        Fact("The {t} <has|had> {k} wooden signposts.", 14, 60, "sign post"),
    ),
)
"""What the story may be about, and what can be said of it where that is the only one."""
_GOODS = {
    "bakery": ("loaves of bread", 3, 8),
    "stationery store": ("globes", 21, 48),
    "hardware store": ("ladders", 42, 95),
    "grocery store": ("flower pots", 4, 15),
    "toy store": ("kites", 9, 28),
    "museum shop": ("art books", 18, 45),
    "craft store": ("easels", 22, 60),
    "pet store": ("dog beds", 22, 60),
    "farm shop": ("jars of honey", 6, 14),
    "party store": ("balloon sets", 5, 15),
    "sports store": ("tennis rackets", 32, 90),
    "general store": ("umbrellas", 8, 24),
}
SHOPS = tuple(
    (shop, Fact(f"The {shop} also <sells|sold> {goods} at ${{k}} each.", low, high, goods))
    for shop, (goods, low, high) in _GOODS.items()
)
OTHERS = (
    Fact("{who}'s neighbor {name} <has|had> {k} {n}.", 4, 60, "neighbor"),
    Fact("{who}'s friend {name} <has|had> {k} {n}.", 4, 60, "friend"),
)
GOES_ON = word_set(
    "that which who on in at for to with from is was are were has had will can there and gives "
    "brings goes asks while but by up when where"
)
"""What may follow a noun that ends there: no other noun, as in `the school paper`."""
