"""Families about work, wages, saving and time spent."""

from factory.symbolic.grammar.scene import Scene
from factory.symbolic.grammar.words import COSTLY, SUBJECTS, article

JOBS = (
    "at a plant nursery",
    "in a bike repair shop",
    "at the front desk of a hostel",
    "in a print shop",
    "at an animal shelter",
    "in a library",
    "at a ferry terminal",
    "in a tailor's shop",
    "at a warehouse",
    "in a school kitchen",
)


def wages_with_overtime(s: Scene) -> None:
    """Usual hours and better-paid extra hours."""
    who, job = s.person(), s.one(JOBS)
    usual, rate, over = s.number(20, 40), s.number(11, 26), s.number(2, 11)
    s.tell(
        f"{who} works {job} and earns ${rate} an hour.",
        f"For work {job}, {who} is paid ${rate} per hour.",
    )
    if s.maybe():
        more = s.number(2, 9)
        s.tell(
            f"For every hour beyond {usual} hours a week, the pay is ${more} higher.",
            f"Hours beyond the usual {usual} in a week bring ${more} more per hour.",
        )
        better = s.step(f"An extra hour pays $[{rate}+{more}].")
    else:
        better = s.number(rate + 3, rate + rate * 3 // 4)
        s.tell(
            f"Each hour after the {usual} usual hours of a week is paid at ${better}.",
            f"After {usual} hours in a week, the rate goes up to ${better} an hour.",
        )
    if s.maybe():
        hours = usual + over
        s.tell(
            f"Last week {who} worked {hours} hours.",
            f"In a busy week {who} worked {hours} hours.",
        )
        s.step(f"{who} works [{hours}-{usual}] hours of overtime.")
    else:
        s.tell(
            f"Last week {who} worked {s.word(over)} hours on top of the usual ones.",
            f"Last week {who} worked the usual hours and {s.word(over)} extra hours.",
        )
    base = s.step(f"The usual hours bring $[{usual}*{rate}].")
    extra = s.step(f"The extra hours bring $[{over}*{better}].")
    s.step(f"Altogether {who} earned $[{base}+{extra}].", f"That makes $[{base}+{extra}].")
    s.ask(
        f"How much money in dollars did {who} earn that week?",
        f"How many dollars was {who} paid for that week?",
    )


def saving_for_a_goal(s: Scene) -> None:
    """So much a week until a thing can be bought."""
    who, item = s.person(), s.one(COSTLY)
    price, start = s.number(item.low, item.high, 5), s.number(10, 80)
    s.need(start * 2 < price)
    s.tell(
        f"{who} wants to buy {article(item.name)} for ${price} and has already put aside ${start}.",
        f"{article(item.name).capitalize()} costs ${price}. {who} has ${start} so far.",
        f"{who} is saving for {article(item.name)} that costs ${price}, and there are ${start} in "
        "the jar.",
    )
    missing = s.step(f"{who} still needs $[{price}-{start}].", f"$[{price}-{start}] are missing.")
    if s.maybe(0.4):
        gift = s.number(15, 60)
        s.tell(f"An uncle adds ${gift}.", f"For {who.his} birthday {who} receives ${gift} more.")
        missing = s.step(f"After the gift $[{missing}-{gift}] are missing.")
    if s.maybe():
        lawns, pay = s.number(2, 6), s.number(3, 12)
        chore = s.one(("walking dogs", "weeding gardens", "washing cars", "babysitting"))
        s.tell(
            f"Every week {who} earns ${pay} for {chore} on each of {s.word(lawns)} days, and saves "
            "all of it.",
            f"By {chore}, {who} makes ${pay} a day on {s.word(lawns)} days of each week, and none "
            "of it is spent.",
        )
        weekly = s.step(f"In a week {who} saves $[{lawns}*{pay}].")
    else:
        weekly = s.number(5, 40)
        s.tell(
            f"From now on {who} saves ${weekly} every week.",
            f"{who.he.title()} can set aside ${weekly} a week.",
        )
    s.step(f"That takes [{missing}/{weekly}] weeks.")
    s.ask(
        f"How many weeks does it take until {who} can buy the {item}?",
        f"How many weeks must {who} save to afford the {item}?",
    )


MEMBERSHIPS = (
    ("a climbing gym", "joining"),
    ("a boat club", "joining"),
    ("a pottery studio", "opening"),
    ("a toy library", "joining"),
    ("a swimming pool", "card"),
    ("a music school", "enrollment"),
    ("a bike rental", "sign-up"),
)


def membership(s: Scene) -> None:
    """A fee at the start and one a month, against paying for each visit."""
    who, (place, fee) = s.person(), s.one(MEMBERSHIPS)
    start, monthly, months = s.number(15, 90, 5), s.number(12, 60), s.number(3, 11)
    s.tell(
        f"{place.capitalize()} asks for ${start} as {article(fee)} fee and ${monthly} a month.",
        f"To use {place}, {who} pays {article(fee)} fee of ${start} and then ${monthly} each "
        "month.",
        f"Members of {place} pay ${monthly} per month, and before that {article(fee)} fee of "
        f"${start}.",
        f"{who} signs a contract with {place}: ${start} as {article(fee)} fee, then ${monthly} "
        "every month.",
    )
    dues = s.step(
        f"The monthly payments come to $[{months}*{monthly}].",
        f"For all the months that is $[{months}*{monthly}].",
    )
    total = s.step(
        f"With the {fee} fee that is $[{dues}+{start}].",
        f"The {fee} fee makes it $[{dues}+{start}].",
    )
    if s.maybe(0.4):
        s.tell(
            f"{who} stays for {s.word(months)} months.",
            f"After {s.word(months)} months {who} leaves.",
        )
        s.ask(
            f"How much money in dollars does {who} pay in that time?",
            f"How many dollars does {who} pay altogether?",
        )
        return
    visits = s.number(months + 5, months * 9)
    s.tell(
        f"In {s.word(months)} months {who} goes there {visits} times.",
        f"{who} is a member for {s.word(months)} months and goes there {visits} times.",
    )
    entry = s.number(5, 18)
    s.tell(
        f"Without a membership, each visit would cost ${entry}.",
        f"A guest without a membership pays ${entry} per visit.",
    )
    guest = s.step(f"As a guest {who} would pay $[{visits}*{entry}].")
    if guest > total:
        s.step(f"The membership saves $[{guest}-{total}].")
        s.ask(
            f"How much money in dollars does the membership save {who}?",
            f"How many dollars does {who} save by being a member?",
        )
    else:
        s.step(f"As a guest {who} would save $[{total}-{guest}].")
        s.ask(
            f"How much less money in dollars would {who} have paid as a guest?",
            f"How many dollars cheaper would it have been for {who} to pay for each visit?",
        )


REPAIRS = (
    ("washing machine", "technician"),
    ("boiler", "plumber"),
    ("roof gutter", "roofer"),
    ("car", "mechanic"),
    ("piano", "restorer"),
    ("fishing boat", "boat builder"),
    ("accordion", "instrument maker"),
    ("tractor", "mechanic"),
)


def repair_bill(s: Scene) -> None:
    """Parts, hours, and a voucher or an insurance that pays a part."""
    who, (thing, expert) = s.person(), s.one(REPAIRS)
    parts, hours, rate = s.number(30, 220), s.number(2, 9), s.number(28, 75)
    s.tell(
        f"{who}'s {thing} needs a repair. The {expert} works for {s.word(hours)} hours at ${rate} "
        f"an hour and puts in parts worth ${parts}.",
        f"To repair the {thing} of {who}, the {expert} needs {s.word(hours)} hours and charges "
        f"${rate} for each of them. The parts cost ${parts}.",
        f"{article(expert).capitalize()} charges {who} ${rate} an hour for repairing "
        f"{article(thing)}. The job takes {s.word(hours)} hours, and new parts cost ${parts}.",
        f"{who} has {article(thing)} repaired with new parts that cost ${parts}. The {expert} is "
        f"busy with it for {s.word(hours)} hours and is paid ${rate} per hour.",
    )
    labor = s.step(f"The work costs $[{hours}*{rate}].", f"For the hours it is $[{hours}*{rate}].")
    total = s.step(
        f"Work and parts cost $[{labor}+{parts}].", f"With the parts it is $[{labor}+{parts}]."
    )
    if s.maybe():
        off = s.number(15, 60, 5)
        s.tell(
            f"A voucher takes ${off} off the bill.",
            f"Because of a delay, the {expert} takes ${off} off the bill.",
            f"{who} has already paid ${off} in advance.",
        )
        s.step(f"{who} pays $[{total}-{off}].", f"That leaves $[{total}-{off}] for {who}.")
        s.ask(
            f"How much money in dollars does {who} still pay for the repair?",
            f"How many dollars does {who} have to pay now?",
        )
    else:
        paid = s.percent(20, 80)
        s.tell(
            f"An insurance pays {paid}% of the bill, and {who} pays the rest.",
            f"A guarantee covers {paid}% of the bill. {who} pays the rest.",
        )
        covered = s.step(f"That part comes to $[{paid}/#100*{total}].")
        s.step(f"{who} pays $[{total}-{covered}].", f"The rest is $[{total}-{covered}].")
        s.ask(
            f"How much money in dollars is left for {who} to pay?",
            f"How many dollars does {who} pay?",
        )


def practice_time(s: Scene) -> None:
    """Minutes a day, turned into hours."""
    who = s.person()
    skill = s.one(("the violin", "the trumpet", "juggling", "typing", "calligraphy", "the flute"))
    short, days = s.number(15, 55, 5), s.number(3, 5)
    s.tell(
        f"{who} practices {skill} for {short} minutes on each of {s.word(days)} school days.",
        f"On each of {s.word(days)} mornings a week, {who} spends {short} minutes on {skill}.",
        f"Every week there are {s.word(days)} days on which {who} has {short} minutes for {skill}.",
        f"{who} is learning {skill} and practices for {short} minutes on {s.word(days)} days of "
        "each week.",
    )
    first = s.step(
        f"On those days together {who} practices for [{days}*{short}] minutes.",
        f"The short days make [{days}*{short}] minutes.",
    )
    long, free = s.number(60, 130, 5), s.number(2, 4)
    s.need(days + free <= 7)
    s.tell(
        f"On {s.word(free)} other days of the week the practice lasts {long} minutes.",
        f"{who.he.title()} practices for {long} minutes on each of {s.word(free)} other days.",
        f"There are also {s.word(free)} days in the week with {long} minutes of practice each.",
    )
    second = s.step(
        f"The other days add [{free}*{long}] minutes.",
        f"The long days make [{free}*{long}] minutes.",
    )
    total = s.step(f"In a week that is [{first}+{second}] minutes.")
    if s.maybe():
        s.step(f"In hours that is ~[{total}/#60] hours.")
        s.ask(
            f"How many hours does {who} practice in such a week?",
            f"How many hours a week does {who} practice?",
        )
    else:
        weeks = s.number(2, 9)
        s.tell(
            f"{who} keeps this up for {s.word(weeks)} weeks.",
            f"This plan is for {s.word(weeks)} weeks.",
        )
        s.step(f"In all that time it is [{weeks}*{total}] minutes.")
        s.ask(
            f"How many minutes does {who} practice in all?",
            f"How many minutes of practice is that for {who} altogether?",
        )


def study_plan(s: Scene) -> None:
    """A day's work made of subjects and breaks."""
    who, (one, two) = s.person(), s.some(SUBJECTS, 2)
    a, b, rest, evenings = s.number(20, 70, 5), s.number(20, 70, 5), s.number(5, 25, 5), 0
    s.tell(
        f"In an evening of study {who} spends {a} minutes on {one}, takes a break of {rest} "
        f"minutes, and then spends {b} minutes on {two}.",
        f"{who}'s evening plan has {a} minutes of {one}, a break that lasts {rest} minutes, and "
        f"{b} minutes of {two}.",
    )
    if s.maybe():
        evenings = s.number(3, 11)
        study = s.step(f"Without the break {who} studies for [{a}+{b}] minutes an evening.")
        s.tell(
            f"{who} follows this plan on {s.word(evenings)} evenings and does not leave the desk "
            "during the breaks.",
            f"{who} keeps to this plan for {s.word(evenings)} evenings and stays at the desk "
            "during the breaks.",
        )
        whole = s.step(f"With the break that is [{study}+{rest}] minutes.")
        s.step(f"In all it is [{evenings}*{whole}] minutes.")
        s.ask(f"How many minutes does {who} sit at the desk in all, breaks included?")
    else:
        late = s.number(5, 40, 5)
        s.tell(
            f"Today there is a game on, so {who} leaves out {late} minutes of {two}.",
            f"Today {who} is tired and shortens {two} by {late} minutes.",
        )
        s.need(late < b)
        less = s.step(f"Today {two} takes [{b}-{late}] minutes.")
        study = s.step(f"Both subjects together take [{a}+{less}] minutes.")
        s.step(f"With the break the evening takes [{study}+{rest}] minutes.")
        s.ask(f"How many minutes does {who}'s plan take today, with the break?")
