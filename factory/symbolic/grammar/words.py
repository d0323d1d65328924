"""The vocabulary: names, things with sensible prices, places. Own lists, made for this grammar.

Every thing stands in the plural, since the grammar never counts a single one. Every name comes
with its pronoun, so that a sentence may say `she` instead of repeating the name. No list ties a
name to a trade, a dish or a hobby.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story; prints as the name."""

    name: str
    he: str
    his: str
    him: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Goods:
    """Things for sale in the plural, with the dollars that one of them may cost."""

    name: str
    low: int
    high: int

    def __str__(self) -> str:
        return self.name


_SHE = """
    Adaeze Aiko Alejandra Amara Anneke Anusha Ayelet Beatriz Bronwyn Camila Chiara Daniela
    Dilnoza Ebele Ekaterina Elif Esi Farah Fatoumata Freya Gabriela Giulia Hadiza Hanna Ilse
    Imani Ingrid Jelena Jiayi Kalinda Katarina Kehlani Khadija Lakshmi Leilani Linh Lucia
    Madina Malia Margot Marisol Mei Mireille Nadia Naledi Nayeli Noor Odile Olena Paloma
    Parisa Petra Priya Rahel Rosalind Saoirse Shirin Sina Solveig Sunita Tamar Thandiwe
    Valentina Wanjiru Xiomara Yara Yuki Zainab Zofia Zuri
"""
SHE = tuple(_SHE.split())

_HE = """
    Abebe Adil Aleksander Amadou Anders Arjun Babak Bilal Bohdan Caleb Chidi Cormac Dario
    Davit Diego Dmitri Eitan Emeka Enzo Faisal Farid Finn Gael Goran Hamza Haruto Hiroshi
    Idris Ikaika Ivan Jamal Jarek Joaquin Jun Kaito Kamal Kofi Kwame Lars Leandro Luka Malik
    Manoa Marek Mateo Minh Nikhil Nuri Oisin Omar Oskar Pavel Pedro Quang Rafael Rohan Ruben
    Salim Samir Santiago Sefa Sven Tariq Tevita Thabo Tomasz Umar Viktor Wei Yaw Yusuf Zoltan
"""
HE = tuple(_HE.split())

PEOPLE = tuple(Person(name, "she", "her", "her") for name in SHE) + tuple(
    Person(name, "he", "his", "him") for name in HE
)

COSTLY = (
    Goods("bicycle", 160, 480),
    Goods("tent", 80, 260),
    Goods("keyboard", 60, 240),
    Goods("telescope", 120, 400),
    Goods("sewing machine", 140, 360),
    Goods("kayak", 260, 640),
    Goods("desk", 90, 320),
    Goods("camera", 180, 520),
    Goods("winter coat", 60, 180),
    Goods("guitar", 120, 440),
    Goods("bookcase", 60, 220),
    Goods("skateboard", 40, 120),
    Goods("pottery wheel", 240, 560),
    Goods("drum set", 280, 640),
)

EXTRAS: dict[str, tuple[str, ...]] = {
    "bicycle": ("a helmet", "a lock"),
    "tent": ("a ground sheet", "a lantern"),
    "keyboard": ("a music stand", "a carrying bag"),
    "telescope": ("a star map", "a tripod"),
    "sewing machine": ("a box of thread", "a cutting mat"),
    "kayak": ("a paddle", "a life vest"),
    "desk": ("a reading lamp", "a chair cushion"),
    "camera": ("a memory card", "a shoulder strap"),
    "winter coat": ("a scarf", "a knitted hat"),
    "guitar": ("a tuner", "a set of strings"),
    "bookcase": ("a bookend", "a desk lamp"),
    "skateboard": ("a helmet", "a set of wheels"),
    "pottery wheel": ("a set of clay tools", "an apron"),
    "drum set": ("a practice pad", "a stool"),
}

_COLLECTED = """
    stamps marbles seashells stickers buttons coins postcards badges fossils feathers puzzles
    comics pins crystals bookmarks pebbles
"""
COLLECTED = tuple(_COLLECTED.split())

_SMALL_THINGS = """
    beads bolts candles lanterns batteries clothespins screws magnets marbles whistles buttons
    crayons ribbons tokens erasers corks tiles bulbs
"""
SMALL_THINGS = tuple(_SMALL_THINGS.split())

_FRUIT = """
    apples pears peaches plums oranges lemons mangoes apricots figs kiwis
"""
FRUIT = tuple(_FRUIT.split())

_SUBJECTS = """
    history geography biology spelling chemistry art music grammar
"""
SUBJECTS = tuple(_SUBJECTS.split())

CLUBS = (
    "the chess club",
    "the hiking club",
    "the swim team",
    "the school band",
    "the drama group",
    "the robotics team",
    "the gardening club",
    "the youth choir",
    "the photography club",
    "the rowing crew",
)


SHOPS: dict[str, tuple[tuple[str, int, int], ...]] = {
    "the stationery store": (
        ("gel pen/gel pens", 2, 4),
        ("sketchbook/sketchbooks", 5, 12),
        ("glue stick/glue sticks", 2, 4),
        ("bookmark/bookmarks", 2, 4),
        ("folder/folders", 2, 5),
        ("calendar/calendars", 8, 15),
    ),
    "the farm stand": (
        ("melon/melons", 3, 6),
        ("jar of honey/jars of honey", 6, 11),
        ("basket of plums/baskets of plums", 4, 8),
        ("pumpkin/pumpkins", 4, 9),
        ("bunch of carrots/bunches of carrots", 2, 4),
        ("bottle of cider/bottles of cider", 4, 7),
    ),
    "the bakery": (
        ("loaf of rye bread/loaves of rye bread", 4, 7),
        ("cinnamon roll/cinnamon rolls", 2, 5),
        ("cheese pastry/cheese pastries", 2, 5),
        ("fruit tart/fruit tarts", 4, 8),
        ("bagel/bagels", 2, 3),
        ("walnut muffin/walnut muffins", 2, 4),
    ),
    "the hardware store": (
        ("paintbrush/paintbrushes", 3, 8),
        ("light bulb/light bulbs", 2, 6),
        ("roll of tape/rolls of tape", 2, 5),
        ("door hinge/door hinges", 3, 7),
        ("bucket/buckets", 5, 10),
        ("padlock/padlocks", 6, 14),
    ),
    "the garden center": (
        ("rose bush/rose bushes", 9, 18),
        ("clay pot/clay pots", 4, 9),
        ("packet of seeds/packets of seeds", 2, 4),
        ("bag of soil/bags of soil", 5, 9),
        ("herb plant/herb plants", 3, 6),
        ("trowel/trowels", 6, 12),
    ),
    "the museum shop": (
        ("postcard/postcards", 2, 3),
        ("poster/posters", 7, 15),
        ("magnet/magnets", 3, 6),
        ("wooden puzzle/wooden puzzles", 9, 18),
        ("keychain/keychains", 3, 7),
        ("model dinosaur/model dinosaurs", 5, 11),
    ),
    "the pet store": (
        ("bag of birdseed/bags of birdseed", 6, 12),
        ("rubber ball/rubber balls", 2, 5),
        ("can of cat food/cans of cat food", 2, 4),
        ("dog leash/dog leashes", 8, 16),
        ("bag of gravel/bags of gravel", 4, 8),
        ("water bowl/water bowls", 5, 11),
    ),
    "the craft store": (
        ("ball of yarn/balls of yarn", 4, 9),
        ("tube of paint/tubes of paint", 3, 7),
        ("pack of beads/packs of beads", 2, 6),
        ("sheet of felt/sheets of felt", 2, 3),
        ("embroidery hoop/embroidery hoops", 5, 9),
        ("candle mold/candle molds", 6, 12),
    ),
}
"""By shop, what it sells (singular and plural) and the dollars that one of it may cost."""
