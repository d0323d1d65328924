"""What the teacher knows of English: kinds of nouns, forms of verbs, names.

A noun that is not listed has no kind, and the teacher declines to build on it: a wrong guess
would pack hours into boxes.
"""

from typing import NamedTuple

_NOUNS = {
    "time": "seconds minutes hours days weeks months years",
    "length": "miles kilometers meters feet inches yards centimeters blocks",
    "measure": "pounds kilograms kilos grams ounces gallons liters quarts pints cups tons "
    "tablespoons teaspoons",
    "person": "people students children kids friends boys girls guests customers employees workers "
    "adults teachers players members visitors passengers campers fans women men parents "
    "attendees participants volunteers classmates runners swimmers soldiers patients tourists "
    "readers singers dancers actors musicians pupils neighbors cousins",
    "animal": "goats cows chickens birds dogs cats horses sheep pigs ducks rabbits turtles frogs "
    "kittens puppies lambs hens animals fishes sharks geese llamas monkeys hamsters pets "
    "butterflies parrots snakes lizards toads penguins alligators "
    "koalas squirrels fish crabs",
    "tally": "pages points calories games laps times words votes goals trips steps questions "
    "problems matches rounds levels chapters sit-ups push-ups pushups situps jumps "
    "kilometres hits tests songs movies episodes tricks shots dives exercises "
    "emails messages calls flights stories paragraphs lines",
    "fixed": "trees houses rooms buildings windows walls doors floors seats homes streets plants "
    "bushes chairs tables cars bikes bicycles scooters tires trucks boats vans teams buses "
    "machines bushes rows classrooms offices lamps lawns",
    "thing": "clips apples cookies stickers marbles eggs pencils books jellybeans flowers balloons "
    "stamps crayons bananas cards pies strawberries oranges candies cakes cupcakes boxes "
    "pieces packs photos fruits slices sheets dolls glasses shells tomatoes seeds coins "
    "envelopes tickets balls doughnuts donuts pizzas leaves bars lollipops buttons pictures "
    "notebooks pancakes crackers toys vegetables packages plates items flyers nuts roses cds dvds "
    "tulips watermelons tiles gumballs shoes necklaces hats shirts berries bags beads petals legos "
    "bottles sandwiches baskets blocks pens bones spoons dresses comics pebbles pills carrots "
    "presents sticks potatoes tokens cans peaches mangoes mangos pears lemons limes plums cherries "
    "grapes muffins brownies biscuits bracelets rings earrings magazines newspapers letters "
    "cookies jars bricks planks boards nails screws batteries bulbs lightbulbs candles cups mugs "
    "bowls forks knives towels blankets pillows socks gloves scarves sweaters jackets shirts "
    "t-shirts pants jeans skirts coats backpacks pencils erasers markers rulers folders binders "
    "puzzles kites postcards paintings drawings posters souvenirs ornaments ribbons gifts treats "
    "snacks chocolates sweets burgers hamburgers hotdogs tacos burritos sausages meatballs rolls "
    "loaves bagels croissants tarts pretzels waffles bouquets daisies lilies sunflowers daffodils "
    "acorns pinecones pumpkins melons onions peppers cucumbers cabbages radishes pineapples "
    "coconuts raspberries blueberries blackberries almonds peanuts walnuts popsicles cones diapers "
    "bandages wheels bolts bears figurines action-figures jerseys uniforms medals trophies "
    "badges cartons crates bushels bunches bundles dice straws napkins tissues rocks stones gems "
    "diamonds pots pans trays seashells feathers pins patches quilts bows tubes sculptures vases "
    "skateboards scoops servings juices sodas drinks matchsticks bookmarks "
    "jellies lego trading-cards noodles dumplings cheesecakes milkshakes",
}
KINDS = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}

_SINGULAR = {
    "people": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "feet": "foot",
    "geese": "goose",
    "dice": "die",
    "knives": "knife",
    "leaves": "leaf",
    "loaves": "loaf",
    "scarves": "scarf",
    "cookies": "cookie",
    "pies": "pie",
    "movies": "movie",
    "calories": "calorie",
    "brownies": "brownie",
    "shoes": "shoe",
    "glasses": "glass",
    "dresses": "dress",
    "fish": "fish",
    "sheep": "sheep",
    "lego": "lego",
    "horses": "horse",
    "houses": "house",
    "roses": "rose",
    "vases": "vase",
    "oranges": "orange",
    "packages": "package",
    "pages": "page",
    "purses": "purse",
}


def singular(noun: str) -> str:
    """One of them: `boxes` -> `box`, `pieces of candy` -> `piece of candy`."""
    head, of, rest = noun.partition(" of ")
    before, space, word = head.rpartition(" ")
    one = _SINGULAR.get(word)
    if one is None:
        if word.endswith("ies") and len(word) > 4:
            one = word[:-3] + "y"
        elif word.endswith(("xes", "ches", "shes", "sses", "toes", "goes")):
            one = word[:-2]
        else:
            one = word.removesuffix("s")
    return before + space + one + of + rest


def head_of(noun: str) -> str:
    """The word that says what is counted: `pieces` in `pieces of candy`."""
    return noun.partition(" of ")[0].rpartition(" ")[2]


_IRREGULAR = """
have had|make made|sell sold|buy bought|spend spent|pay paid|get got|give gave|eat ate|drink drank
take took|read read|run ran|write wrote|catch caught|find found|lose lost|keep kept|bring brought
grow grew|draw drew|drive drove|ride rode|swim swam|win won|see saw|go went|do did|feed fed|fly flew
leave left|put put|cut cut|cost cost|send sent|build built|hold held|lend lent|teach taught
sing sang
come came|break broke|steal stole|throw threw|choose chose|wear wore|know knew|begin began|say said
tell told|think thought|sleep slept|let let|meet met|hit hit|set set|spread spread|shoot shot
hang hung
""".replace("\n", "|").split("|")
_REGULAR = (
    "need want bake collect pick use save earn order receive own plant charge work travel walk "
    "cook serve watch share produce owe finish add cover donate raise purchase score contain "
    "weigh remain start visit play stack pack fill load deliver carry place complete require "
    "answer learn practice burn consume gather harvest hatch lay invite attend join count end "
    "return return offer borrow shop stop plan jog drop wrap clean wash paint fix repair mow "
    "bike hike climb lift open close call mail print type solve knit sew lay water last "
    "exercise gain rent hire feature profit do jump create dance sneeze skip decorate "
    "reach stay attend treat hand mark grade pass help miss spot scoop blow slice move list talk "
    "call recycle assemble tie toss glue juggle volunteer roast iron reserve scan download peel "
    "polish vacuum water weed rake shovel mop dust donate cash invest withdraw deposit "
    "borrow owe consume chop pour melt freeze cater sprout invent design record photograph capture "
    "sail row skate ski train rest nap wait fish hunt milk shear prune trim store ship unload "
    "distribute handle accommodate manage form cross enter pass earn pledge waste use burn lift "
    "listen transport experience contribute "
    "push pull kick punch bounce guess type edit upload post draft memorize recite review"
)
_DOUBLED = {"shop", "stop", "plan", "jog", "drop", "wrap", "knit"}


class Verb(NamedTuple):
    """The forms of a verb."""

    base: str
    third: str
    past: str


def _third(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    return base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + "s"


def _past(base: str) -> str:
    if base == "lay":
        return "laid"
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base[-1] == "y" and base[-2] not in "aeiou" else base + "ed"


_ALL = [Verb(base, _third(base), _past(base)) for base in _REGULAR.split()] + [
    Verb(base, _third(base), past)
    for base, past in (pair.split() for pair in _IRREGULAR if pair.strip())
]
VERBS = {verb.base: verb for verb in _ALL}
FINITE = {verb.third: (verb, False) for verb in _ALL} | {
    verb.past: (verb, True) for verb in _ALL if verb.past != verb.base
}
"""Verb and whether it is past, by a form that can stand after `she`."""

_SENSES = {
    "hold": "be have collect get make bake receive pick own catch find gather harvest remain "
    "produce grow hold keep contain cook build knit sew create win fill save",
    "seen": "see count spot",
    "need": "need want require",
    "buy": "buy order purchase bring",
    "sell": "sell",
    "use": "eat drink use give lose break throw donate consume send lend burn deliver drop feed",
    "spend": "spend pay cost owe charge",
    "earn": "earn save raise make have profit win receive collect get gain bring",
    "move": "run walk drive ride swim travel bike hike jog fly climb cover go",
    "work": "work practice study read watch play exercise sleep clean teach",
}
SENSES = {(sense, verb) for sense, verbs in _SENSES.items() for verb in verbs.split()}

_COMPARABLE = (
    "have sell buy make earn spend pay get eat drink read bake collect pick save receive own "
    "plant walk run cook drive ride swim win see catch find bring grow draw write use need "
    "consume order purchase donate score produce raise pack knit sew paint clean wash build "
    "harvest gather complete answer solve carry deliver jog bike hike climb watch serve print "
    "type create stack wrap fill drop hatch owe invite require visit play decorate fix repair"
)
COMPARABLE = set(_COMPARABLE.split())
"""Verbs that say enough with an object alone: `Omar sold 12 clips`."""

PRONOUNS = {"he", "she", "they", "it", "we", "i", "you"}
PLURAL_SUBJECTS = {"they", "we", "i", "you"}

_HIS = (
    "Bilal Dmitri Farid Ivo Jonas Mateo Oskar Quentin Samir Ugo Yusuf Bruno Darius Felix Hugo "
    "Jamal Lars Otto Rafael Tomas"
)
_HERS = (
    "Amara Carmen Elif Greta Hana Keiko Leila Nadia Priya Rosa Tamsin Vera Wanjiru Zoe Celia Edith "
    "Gwen Ines Katya Mina Petra Selma"
)
HIS, HERS = _HIS.split(), _HERS.split()
