import type { Producer } from "./producer.ts";

/** The producers of ballots, audits, recounts and voting equipment. */
export const ballotsAndMachines: readonly Producer[] = [
  {
    prefix: "ballots/palm-beach-2000/table.out.gz",
    title: "Palm Beach County 2000: ballots by precinct, president and US Senate",
    producer: "Palm Beach County Supervisor of Elections; prepared by J. N. Wand and others",
    citation:
      "J. N. Wand, K. W. Shotts, J. S. Sekhon, W. R. Mebane, M. C. Herron, H. E. Brady, The Butterfly Did It, American Political Science Review 95 (2001): replication data",
    url: "https://doi.org/10.1017/S000305540040002X",
  },
  {
    prefix: "ballots/palm-beach-2000/herron_lewis",
    title: "Palm Beach County 2000: whole partisan ballots as patterns",
    producer: "Palm Beach County Supervisor of Elections; prepared by M. C. Herron and J. B. Lewis",
    citation:
      "M. C. Herron and J. B. Lewis, Did Ralph Nader Spoil Al Gore's Presidential Bid?, Quarterly Journal of Political Science 2 (2007): ballot records, as packaged by S. Kuriwaki",
    url: "https://doi.org/10.1561/100.00005039",
  },
  {
    prefix: "ballots/yuma-2020/",
    title: "Yuma County, Arizona, 2020: cast-vote records, the first 5,000 ballots",
    producer: "Yuma County Recorder; copied by S. Kuriwaki",
    citation: "Yuma County, cast-vote records of November 3, 2020, as copied in CVR_csv-R-mwe",
  },
  {
    prefix: "ballots/pima-2020/",
    title: "Pima County, Arizona, 2020: cast-vote records, a part",
    producer: "Pima County Elections Department; copied by S. Kuriwaki",
    citation: "Pima County, cast-vote records of November 3, 2020, as copied in CVR_csv-R-mwe",
  },
  {
    prefix: "ballots/dillon-2016/",
    title: "Dillon County, South Carolina, 2016: vote image log of the voting machines",
    producer: "South Carolina Election Commission; packaged by S. Kuriwaki",
    citation:
      "South Carolina Election Commission, vote image log (EL155) of Dillon County, November 8, 2016",
  },
  {
    prefix: "ballots/san-francisco-2024/",
    title: "San Francisco, 2024: cast-vote records, two files of the export, with manifests",
    producer: "San Francisco Department of Elections",
    citation: "San Francisco Department of Elections, cast vote record of November 5, 2024",
    url: "https://www.sfelections.org/results/",
  },
  {
    prefix: "colorado-rla/",
    title: "Colorado: the statewide audit of the presidential contest, published files",
    producer: "Colorado Secretary of State; collected by N. McBurnett",
    citation:
      "Colorado Secretary of State, Audit Center, risk-limiting audit of the general election",
    url: "https://www.sos.state.co.us/pubs/elections/auditCenter.html",
  },
  {
    prefix: "wisconsin-2016/modeldfward_o.csv",
    title:
      "Wisconsin municipalities: returns 2012 and 2016, ballots by method, equipment and American Community Survey",
    producer: "Wisconsin Elections Commission and U.S. Census Bureau; joined by S. Case",
    citation:
      "Wisconsin Elections Commission, ward-by-ward canvass 2016 and EL-190 reports, and U.S. Census Bureau, American Community Survey 2011-2015, joined in WisconsinElection2016",
    url: "https://elections.wi.gov/elections/election-results",
  },
  {
    prefix: "wisconsin-2016/centroids.geojson.gz",
    title: "Wisconsin municipalities: codes, names and points in the middle of their areas",
    producer:
      "Wisconsin Legislative Technology Services Bureau; points and other columns by S. Case",
    citation:
      "Wisconsin Legislative Technology Services Bureau, municipal boundaries, as points in WisconsinElection2016 (S. Case)",
    url: "https://github.com/Sean-Case/WisconsinElection2016",
    license: "none stated: facts of public record",
    note:
      "Code, name, kind and county are the bureau's; the other columns were joined by name and are not used",
  },
  {
    prefix: "wisconsin-2016/tiger_demographics.csv",
    title: "Wisconsin municipalities: American Community Survey 2011-2015 by code",
    producer: "U.S. Census Bureau; compiled by S. Case",
    citation:
      "U.S. Census Bureau, American Community Survey 2011-2015, with TIGER/Line areas, as compiled in WisconsinElection2016 (S. Case)",
    url: "https://github.com/Sean-Case/WisconsinElection2016",
    license: "none stated: facts of public record",
    note: "Read by code alone; its column of names was joined by name",
  },
  {
    prefix: "wisconsin-2016/",
    title: "Wisconsin 2016: canvass, recount, ballots by method, voting equipment",
    producer: "Wisconsin Elections Commission",
    citation: "Wisconsin Elections Commission, 2016 presidential election: results and statistics",
    url: "https://elections.wi.gov/elections/election-results",
  },
  {
    prefix: "gazetteer-2017/",
    title: "2017 Gazetteer: counties",
    producer: "U.S. Census Bureau",
    citation: "U.S. Census Bureau, 2017 U.S. Gazetteer Files, counties",
    url: "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html",
  },
  {
    prefix: "equipment-2016/",
    title: "The Verifier: voting equipment in use in November 2016",
    producer: "VerifiedVoting.org",
    citation: "Verified Voting, The Verifier, voting equipment in the United States, November 2016",
    url: "https://verifiedvoting.org/verifier/",
  },
  {
    prefix: "florida-2000/fl2000.txt",
    title:
      "Florida 2000 presidential vote by county: technology, ballot columns, undervotes, overvotes",
    producer: "B. Presnell, from Florida's Division of Elections and news sources; StatLib",
    citation: "B. Presnell, fl2000, StatLib datasets archive",
    url: "https://lib.stat.cmu.edu/datasets/",
  },
  {
    prefix: "florida-2000/abseday_FL2000.csv",
    title: "Florida 2000 by county: absentee and election-day votes for Buchanan",
    producer: "J. N. Wand and others, from county records",
    citation:
      "J. N. Wand, K. W. Shotts, J. S. Sekhon, W. R. Mebane, M. C. Herron, H. E. Brady, The Butterfly Did It, American Political Science Review 95 (2001): replication data",
    url: "https://doi.org/10.1017/S000305540040002X",
  },
  {
    prefix: "florida-2000/qss_florida.csv",
    title: "Florida by county: president 1996, and an early count of 2000",
    producer: "K. Imai, from Florida's public records",
    citation:
      "K. Imai, Quantitative Social Science: An Introduction, Princeton University Press 2017: data florida.csv of the chapter on prediction",
    url: "https://github.com/kosukeimai/qss",
    license: "GPL-2 (LICENSE of the repository); the figures are public record",
    note:
      "The figures of 2000 are from before the certification (sums: Bush 2,910,078, Gore 2,909,117, Buchanan 17,465); those of 1996 add up to Clinton 2,545,968, Dole 2,243,324, Perot 483,776",
  },
  {
    prefix: "georgia-2000/",
    title: "Georgia 2000 by county: ballots, votes, equipment (gavote)",
    producer: "M. C. Meyer, from Georgia's Secretary of State; packaged by J. Faraway",
    citation:
      "M. C. Meyer, Uncounted Votes: Does Voting Equipment Matter?, Chance 15(4), 2002; data gavote of the R package faraway",
    url: "https://cran.r-project.org/package=faraway",
  },
  {
    prefix: "georgia-2020-audit/",
    title: "Georgia, general election of November 3, 2020: audit report with batch results",
    producer: "Georgia Secretary of State",
    citation:
      "Georgia Secretary of State, Risk-Limiting Audit Report, Georgia Presidential Contest, November 2020",
    url: "https://sos.ga.gov/",
  },
  {
    prefix: "mi-pa-2016/",
    title: "County results of the general election",
    producer:
      "Michigan Secretary of State and Pennsylvania Department of State; copied by OpenElections",
    citation: "OpenElections, openelections-data-mi and openelections-data-pa",
    url: "https://openelections.net/",
  },
];
