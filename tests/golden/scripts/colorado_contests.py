# Makes tests/golden/colorado_contests.csv: what Colorado's own audit program said of each contest after the last round.
# python3 colorado_contests.py FOLDER with 2020.zip and 2024.zip of the state's audit center.
import csv, io, sys, zipfile

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow("year,margin,ballots,risk_limit,gamma,one_over,two_over,one_under,two_under,optimistic,estimated,audited".split(","))
for year, name in ((2020, "round_3/contest.csv"), (2024, "round3/contest.csv")):
    text = zipfile.ZipFile(f"{sys.argv[1]}/{year}.zip").read(name).decode("utf-8-sig")
    for r in csv.DictReader(io.StringIO(text)):
        if int(r["min_margin"]) <= 0:
            continue
        out.writerow([year, r["min_margin"], r["ballot_card_count"], float(r["risk_limit"]), float(r["gamma"]), r["one_vote_over_count"],
                      r["two_vote_over_count"], r["one_vote_under_count"], r["two_vote_under_count"], r["optimistic_samples_to_audit"],
                      r["estimated_samples_to_audit"], r["audited_sample_count"]])
