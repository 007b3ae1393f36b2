# Margins of precincts, and the truth, for 28_ecological.R: president by Senate from ballots that are known.
# Run in the project's folder: python3 tests/golden/scripts/28_ecological.py FOLDER, then Rscript with it.
import sys
import pandas as pd

folder = sys.argv[1]
cells = pd.read_csv("data/palm_beach_2000_cells.csv", dtype={"precinct": str})
rows = cells.assign(
    place="Palm Beach",
    democratic=(cells.president == "gore") * cells.ballots,
    republican=(cells.president == "bush") * cells.ballots,
    third=(cells.president == "nader") * cells.ballots,
    senate=(cells.senate == "nelson") * cells.ballots,
    senate_r=(cells.senate == "mccollum") * cells.ballots,
)
columns = ["place", "precinct", "democratic", "republican", "third", "senate", "senate_r", "ballots"]
truth = ["both_democratic", "both_republican", "both_third"]
for name, own in zip(truth, ["democratic", "republican", "third"]):
    rows[name] = rows[own] * (rows.senate > 0)
tables = [rows[columns + truth]]
records = pd.read_parquet("data/ballot_records.parquet")
for place, president, senate, third in [("Yuma", "Presidential Electors", "U.S. Senator", "JORGENSEN"), ("Pima", "PRESIDENTIAL ELECTORS", "UNITED STATES SENATOR", "JORGENSEN")]:
    own = records[records.county == place]
    first = own[own.contest.fillna("").str.startswith(president)].drop_duplicates("ballot").set_index("ballot")
    second = own[own.contest.fillna("").str.startswith(senate)].drop_duplicates("ballot").set_index("ballot")
    ballots = own.drop_duplicates("ballot").set_index("ballot")[["precinct"]]
    choice = first.choice.reindex(ballots.index).fillna("")
    senator = second.choice.reindex(ballots.index).fillna("")
    t = pd.DataFrame({"place": place, "precinct": ballots.precinct, "ballots": 1})
    t["democratic"] = choice.str.contains("BIDEN").astype(int)
    t["republican"] = choice.str.contains("TRUMP").astype(int)
    t["third"] = choice.str.contains(third).astype(int)
    t["senate"] = senator.str.contains("KELLY").astype(int)
    t["senate_r"] = senator.str.contains("(?i)mcsally").astype(int)
    for name, group in zip(truth, ["democratic", "republican", "third"]):
        t[name] = t[group] * t.senate
    tables.append(t[columns + truth])
out = pd.concat(tables).groupby(["place", "precinct"], as_index=False).sum()
out.to_csv(f"{folder}/ecological.csv", index=False)
print(out.groupby("place").sum(numeric_only=True))
