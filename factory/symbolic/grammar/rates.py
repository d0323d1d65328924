"""Families about rates: machines, hands, fuel and pages."""

from factory.symbolic.grammar.scene import Scene

MACHINES = (
    ("bottling machine", "fills", "bottles"),
    ("printing press", "prints", "posters"),
    ("stamping machine", "stamps", "lids"),
    ("label machine", "labels", "jars"),
    ("wrapping machine", "wraps", "candies"),
    ("sorting belt", "sorts", "letters"),
)


def machine_output(s: Scene) -> None:
    """A rate per minute, for hours, less what is faulty."""
    machine, does, things = s.one(MACHINES)
    rate, hours = s.number(6, 48), s.number(2, 9)
    s.tell(
        f"A {machine} {does} {rate} {things} per minute.",
        f"Every minute a {machine} {does} {rate} {things}.",
        f"A factory has a {machine} that {does} {rate} {things} each minute.",
        f"In a minute, a new {machine} {does} {rate} {things}.",
    )
    hourly = s.step(
        f"In an hour the machine {does} [{rate}*#60] {things}.",
        f"An hour of work gives [{rate}*#60] {things}.",
    )
    s.tell(
        f"It runs for {s.word(hours)} hours.",
        f"Today it is on for {s.word(hours)} hours.",
        f"A shift at this machine lasts {s.word(hours)} hours.",
    )
    total = s.step(
        f"In all it {does} [{hours}*{hourly}] {things}.",
        f"That makes [{hours}*{hourly}] {things}.",
    )
    turn = s.one((0, 1, 2))
    if turn == 0:
        bad = s.number(2, 10)
        s.tell(
            f"Of all the {things}, {bad}% are faulty and thrown away.",
            f"A check in the end sorts out {bad}% of the {things}.",
        )
        lost = s.step(f"[{bad}/#100*{total}] {things} are lost.")
        s.step(f"That leaves [{total}-{lost}] {things}.", f"[{total}-{lost}] {things} are good.")
        s.ask(f"How many good {things} are left?", f"How many {things} can be used?")
    elif turn == 1:
        size = s.number(15, 60, 5)
        s.tell(
            f"All {things} are packed in cartons of {size}.",
            f"The {things} are put into cartons, {size} in each.",
        )
        s.step(f"They fill [{total}/{size}] cartons.")
        s.ask("How many cartons are filled?", f"How many cartons do the {things} fill?")
    else:
        pause = s.number(10, 50, 5)
        s.tell(
            f"In that time it stands still for {pause} minutes because of a jam.",
            f"During these hours, cleaning stops it for {pause} minutes.",
        )
        lost = s.step(f"The stop costs [{pause}*{rate}] {things}.")
        s.step(f"So the machine {does} [{total}-{lost}] {things}.")
        s.ask(f"How many {things} come out of the machine?", f"How many {things} are finished?")


TASKS = (
    ("fold", "leaflets"),
    ("address", "envelopes"),
    ("peel", "potatoes"),
    ("plant", "seedlings"),
    ("sort", "books"),
    ("paint", "boards"),
    ("stuff", "cushions"),
)


def working_together(s: Scene) -> None:
    """Two rates joined, and the time for a big pile."""
    one, two, (verb, things) = s.person(), s.person(), s.one(TASKS)
    a, b = s.number(8, 40), s.number(8, 40)
    pile = (a + b) * s.number(3, 14)
    if s.maybe():
        s.tell(
            f"{one} can {verb} {a} {things} in an hour, and {two} can {verb} {b}.",
            f"In an hour {one} can {verb} {a} {things}, while {two} can {verb} {b}.",
        )
    else:
        s.need(b > a + 2)
        more = b - a
        s.tell(
            f"{one} can {verb} {a} {things} in an hour. {two} can {verb} {more} more than that.",
            f"In an hour {one} can {verb} {a} {things}, and {two} can {verb} {more} more than "
            f"{one}.",
        )
        s.step(f"In an hour {two} can {verb} [{a}+{more}] {things}.")
    rate = s.step(f"Together they can {verb} [{a}+{b}] {things} an hour.")
    if s.maybe():
        done = s.number(5, 60)
        s.tell(
            f"There are {pile + done} {things} to {verb}, but {done} of them were finished "
            "yesterday.",
            f"The whole pile has {pile + done} {things}, of which {done} are already done.",
        )
        s.step(f"Then [{pile + done}-{done}] {things} are left.")
    else:
        s.tell(
            f"There are {pile} {things} to {verb}.",
            f"Side by side they begin with a pile of {pile} {things}.",
        )
    s.step(f"Together they need [{pile}/{rate}] hours.")
    s.ask(
        f"How many hours do {one} and {two} need if they work at the same time?",
        f"How many hours do {one} and {two} need when they work side by side?",
    )


def fuel(s: Scene) -> None:
    """Kilometers per liter, and what the fuel costs."""
    who = s.person()
    car = s.one(("an old van", "a small car", "a camper", "a pickup truck"))
    per, price = s.number(8, 20), s.price(1, 2)
    liters = s.number(5, 40)
    goal = s.one(("a lake", "a relative's farm", "the mountains", "a festival", "the coast"))
    distance = per * liters
    s.tell(
        f"{who} drives {car} to {goal}. It goes {per} kilometers on a liter of fuel.",
        f"For a trip to {goal}, {who} takes {car} that goes {per} kilometers with each liter of "
        "fuel.",
    )
    if s.maybe():
        s.need(distance % 2 == 0)
        there = distance // 2
        s.tell(
            f"The way there is {there} kilometers, and the way back is just as long.",
            f"{who} drives {there} kilometers to get there and takes the same way back.",
        )
        distance = int(s.step(f"There and back is [{there}*#2] kilometers."))
    else:
        s.tell(f"In all, the trip is {distance} kilometers long.")
    used = s.step(f"The trip takes [{distance}/{per}] liters of fuel.")
    if s.maybe(0.65):
        s.tell(f"A liter costs ${price}.", f"Fuel costs ${price} per liter.")
        s.step(f"The fuel costs $[{used}*{price}].")
        s.ask(f"How much money in dollars does {who} spend on fuel for the trip?")
    else:
        tank = s.number(45, 70)
        s.need(tank > used)
        s.tell(f"The tank held {tank} liters at the start.")
        s.step(f"There are [{tank}-{used}] liters left.")
        s.ask("How many liters of fuel are left after the trip?")


BOOKS = ("a travel diary", "a detective story", "a book about whales", "a science fiction novel",
         "a book of legends", "a biography of an inventor", "a fantasy novel")  # fmt: skip


def reading_pages(s: Scene) -> None:
    """Pages a day, then the rest of the book."""
    who, book = s.person(), s.one(BOOKS)
    daily, days = s.number(12, 45), s.number(3, 9)
    pages = s.number(180, 520)
    s.tell(
        f"{who} is reading {book} of {pages} pages.",
        f"{who} has borrowed {book}, which is {pages} pages long.",
    )
    s.tell(
        f"{who.he.title()} reads {daily} pages a day for {s.word(days)} days.",
        f"In the first {s.word(days)} days {who.he} reads {daily} pages every day.",
    )
    read = s.step(f"In those days {who} reads [{daily}*{days}] pages.")
    left = s.step(f"Then [{pages}-{read}] pages are left.")
    turn = s.one((0, 1, 2))
    if turn == 0:
        s.ask(f"How many pages does {who} still have to read?")
    elif turn == 1:
        rest = s.number(2, 9)
        s.tell(
            f"The book is due in {s.word(rest)} days, so {who} divides the rest evenly over them.",
            f"{who} wants to finish in {s.word(rest)} more days, with equally many pages each day.",
        )
        s.need(left < 80 * rest)
        s.step(f"That makes [{left}/{rest}] pages a day.")
        s.ask(f"How many pages a day does {who} read from then on?")
    else:
        faster = s.number(3, 20)
        s.tell(
            f"From then on {who} reads {faster} pages more each day than before.",
            f"After that {who.he} raises this by {faster} pages a day.",
        )
        pace = s.step(f"The new pace is [{daily}+{faster}] pages a day.")
        s.step(f"The rest takes [{left}/{pace}] days.")
        s.ask(f"How many more days does {who} need to finish the book?")
