"""The four parts between a popular and an electoral margin, by Shapley's value over 24 orders.

Written apart from the library, from the same tables: python3 tests/golden/scripts/inversion_parts.py
> tests/golden/inversion_parts.json, at the project's root.
"""
import csv
import itertools
import json

NAMES = ["senators' electors", "apportionment", "turnout", "winner takes all"]


def rows(table, year):
    with open(f"data/{table}.csv", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["year"] == str(year)]


def parts(year, leader, rival):
    votes = {}
    for row in rows("state_returns", year):
        state = votes.setdefault(row["state_po"], {})
        state[row["candidate"]] = state.get(row["candidate"], 0) + int(row["votes"])
    electors = {}
    for row in rows("electoral_votes", year):
        if row["status"] == "won":
            electors[row["state_po"]] = electors.get(row["state_po"], 0) + int(row["electors"])
    persons = {row["state_po"]: float(row["vep"]) for row in rows("turnout", year)}
    states = sorted(electors)
    two = {s: votes[s][leader] + votes[s][rival] for s in states}
    margin = {s: (votes[s][leader] - votes[s][rival]) / two[s] for s in states}
    seats = {s: electors[s] - 2 for s in states}
    house, college = sum(seats.values()), sum(electors.values())
    all_two, all_persons = sum(two.values()), sum(persons[s] for s in states)

    def world(on):
        by_persons = {s: persons[s] / all_persons for s in states}
        by_seats = {s: seats[s] / house for s in states}
        shares = by_seats if "apportionment" in on else by_persons
        if "turnout" not in on:
            shares = {s: shares[s] * (two[s] / all_two) / by_persons[s] for s in states}
        whole = sum(shares.values())
        weights = {s: shares[s] / whole for s in states}
        if "senators' electors" in on:
            weights = {s: (house * weights[s] + 2) / college for s in states}
        result = {s: (1 if margin[s] > 0 else -1) if "winner takes all" in on else margin[s] for s in states}
        return 100 * sum(weights[s] * result[s] for s in states)

    def replaced(on):
        """Seats in the place of votes cast as well as of persons: turnout is then nothing beside them."""
        return world(on | {"turnout"} if "apportionment" in on else on)

    def shapley(value):
        mean = dict.fromkeys(NAMES, 0.0)
        for order in itertools.permutations(NAMES):
            on = frozenset()
            for name in order:
                mean[name] += (value(on | {name}) - value(on)) / 24
                on |= {name}
        return mean

    ends = {"popular": world(frozenset()), "electoral": world(frozenset(NAMES))}
    return {**ends, "parts": shapley(world), "parts_replaced": shapley(replaced)}


print(json.dumps({"2000": parts(2000, "Al Gore", "George W. Bush")}, indent=1))
