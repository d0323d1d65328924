"""Facts that nothing needs: of the person of a story, of a place or thing in it, of others.

Each says where it may not be told: `unlike` lists beginnings of words by which the story could make
something of its number.
"""

from dataclasses import dataclass

from factory.symbolic.edits.nouns import word_set


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to add; `{who}` is the person, `{t}` a thing of the story, `{name}` somebody new.

    One of a person begins with its verb; `{road}` is where one can live. `{n}` is what is asked
    for, `{k}` the number, from `low` to `high`; `<has|had>` takes the tense of the question.
    """

    text: str
    low: int
    high: int
    unlike: str = ""
    like: str = ""
    """Beginnings of words of which the story has one, `_` for a space; empty for any story."""


_SINCE = "year month week age ago old since"
_ON_FOOT = (
    "road street avenue lane way walk run ride rode drive drove hike trail parcel courier letter "
    "house home live number lap jog"
)
ASIDES = (
    Fact("has been in this job for {k} years", 3, 24, _SINCE, "earn wage shift"),
    Fact("has been baking for {k} years", 3, 24, _SINCE, "bake baking oven"),
    Fact("has been making jam for {k} years", 3, 24, _SINCE, "jam"),
    Fact("has been gardening for {k} years", 3, 24, _SINCE, "plants seedling"),
    Fact("has owned this land for {k} years", 3, 24, _SINCE, "orchard"),
    Fact("learned to knit {k} years ago", 3, 24, _SINCE, "knit"),
    Fact("began to collect {k} years ago", 3, 24, _SINCE, "collection fossil crystal stamp"),
    Fact("has been a member for {k} years", 3, 24, f"{_SINCE} member", "party_of_the"),
    Fact("got a driver's license {k} years ago", 3, 24, _SINCE, "liter_of_fuel garage"),
    Fact(
        "is {k} years old",
        18,
        58,
        f"{_SINCE} born school grade test",
        "trail lap hike skate scooter",
    ),
    Fact("is {k} years old", 18, 58, f"{_SINCE} born school allowance", "account saving saved"),
    Fact("has been making crafts for {k} years", 3, 24, _SINCE, "street_market craft_fair"),
    Fact("lives at {k} {road}", 11, 96, _ON_FOOT),
    Fact("has read {k} novels this year", 13, 48, "novels", "biography fantasy_novel"),
    Fact("has played the cello for {k} years", 3, 19, _SINCE, "cello"),
    Fact("has watched birds for {k} years", 3, 24, _SINCE, "cranes ducks storks swans gulls"),
    Fact("has run a store for {k} years", 3, 24, _SINCE, "store_with store_gets"),
    Fact("has been cooking for {k} years", 3, 24, _SINCE, "serving lemonade soda"),
)
"""What can be said of a person in passing, behind the name; first what belongs to the story."""
ROADS = ("Mill Road", "Garden Street", "Church Lane", "Station Road", "Lake Street", "Hill Avenue")

_OPENED = "open year close old built founded ago"
_SIZED = "centimeter meter inch feet foot long wide size tall high large cm"
_BEGUN = "vote o'clock hour minute begin start morning afternoon evening night time noon"
_SOON = "year old age month new built"


def _of(names: str, *facts: Fact) -> tuple[tuple[str, Fact], ...]:
    return tuple((name.replace("_", " "), fact) for name in names.split() for fact in facts)


THINGS = (
    *_of(
        "museum bakery bookshop bookstore cafe restaurant workshop studio zoo gym factory "
        "farm_shop village_shop corner_shop general_store supply_store stationery_store "
        "hardware_store grocery_store museum_shop aquarium toy_store craft_store pet_store "
        "pottery_shop store youth_center animal_shelter gallery juice_bar pizza_place steak_house "
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
        "reservoir water_tank rain_tank pottery_wheel cello",
        Fact("The {t} <is|was> {k} years old.", 3, 19, _SOON),
    ),
    *_of(
        "club choir band orchestra ensemble team folk_group drama_group gospel_choir chess_club "
        "gardening_club hiking_club photography_club swimming_club string_ensemble school_band "
        "robotics_team youth_choir film_club music_club community_center swim_team rowing_crew "
        "dance_group circus scout_troop crew",
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
        "cave_tour boat_trip lecture",
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
