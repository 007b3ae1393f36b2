/** What is known of the producer of a group of raw files. */
export interface Producer {
  /** The start of the path of every file of the group. */
  readonly prefix: string;
  readonly title: string;
  readonly producer: string;
  readonly citation: string;
  /** Where the producer publishes it, where that is known. */
  readonly url?: string;
  /** Replaces the license and the note of the list of raw files. */
  readonly license?: string;
  readonly note?: string;
}

const FACTS = "none stated: facts of public record";

/** The producers, the most exact prefix first. */
export const producers: readonly Producer[] = [
  {
    prefix: "fec/federalelections",
    title:
      "Federal Elections: Election Results for the U.S. President, the U.S. Senate and the U.S. House of Representatives",
    producer: "Federal Election Commission",
    citation:
      "Federal Election Commission, Federal Elections (biennial compilation), Washington, D.C.",
    url:
      "https://www.fec.gov/introduction-campaign-finance/election-results-and-voting-information/",
  },
  {
    prefix: "apportionment/apportionment.csv",
    title: "Apportionment: resident population and number of representatives, 1910 to 2020",
    producer: "U.S. Census Bureau",
    citation: "U.S. Census Bureau, Historical Apportionment Data (1910-2020)",
    url: "https://www.census.gov/data/tables/time-series/dec/apportionment-data-text.html",
  },
  {
    prefix: "apportionment/",
    title: "Apportionment populations of one census: resident, overseas, not taxed",
    producer: "U.S. Census Bureau; compiled by G. P. Hemsley",
    citation: "G. P. Hemsley, house-apportionment, from U.S. Census Bureau apportionment tables",
    url: "https://github.com/GPHemsley/house-apportionment",
  },
  {
    prefix: "medsl-state/1976-2020-senate",
    title: "U.S. Senate 1976-2020 (state returns), version of January 14, 2021",
    producer: "MIT Election Data and Science Lab",
    citation:
      "MIT Election Data and Science Lab, U.S. Senate 1976-2020, Harvard Dataverse, doi:10.7910/DVN/PEJ5QU",
    url: "https://doi.org/10.7910/DVN/PEJ5QU",
  },
  {
    prefix: "medsl-state/2024-senate",
    title: "2024 returns of the US Senate by state, version of November 20, 2025",
    producer: "MIT Election Data and Science Lab",
    citation: "MIT Election Data and Science Lab, 2024 elections official data",
    url: "https://github.com/MEDSL/2024-elections-official",
  },
  {
    prefix: "medsl-precinct-2024/",
    title: "Precinct returns of November 2024 of one state, all offices",
    producer: "MIT Election Data and Science Lab",
    citation: "MIT Election Data and Science Lab, 2024 elections official data",
    url: "https://github.com/MEDSL/2024-elections-official",
  },
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
    prefix: "medsl-state/1976-2020",
    title: "U.S. President 1976-2020 (state returns), version of January 13, 2021",
    producer: "MIT Election Data and Science Lab",
    citation:
      "MIT Election Data and Science Lab, U.S. President 1976-2020, Harvard Dataverse, doi:10.7910/DVN/42MVDX",
    url: "https://doi.org/10.7910/DVN/42MVDX",
  },
  {
    prefix: "medsl-state/2024",
    title: "2024 presidential returns by state, version of November 20, 2025",
    producer: "MIT Election Data and Science Lab",
    citation: "MIT Election Data and Science Lab, 2024 elections official data",
    url: "https://github.com/MEDSL/2024-elections-official",
  },
  {
    prefix: "wiki-state-1840-2016/",
    title: "Presidential returns by state and candidate, 1840 to 2016, from encyclopedia tables",
    producer: "Wikipedia contributors; scraped by shadownnc",
    citation:
      "Wikipedia contributors, articles on United States presidential elections 1840-2016 (results by state), as scraped in electoral-college-tweaker",
    url: "https://en.wikipedia.org/wiki/United_States_presidential_election",
  },
  {
    prefix: "clavesi-1789-2020/",
    title: "Popular and electoral votes by state, 1789 to 2020",
    producer:
      "G. Peters and J. T. Woolley, The American Presidency Project; Clerk of the House; typed in by the repository's author",
    citation:
      "The American Presidency Project, University of California, Santa Barbara, election statistics, as typed in presidential-election-results (clavesi)",
    url: "https://www.presidency.ucsb.edu/statistics/elections",
  },
  {
    prefix: "derived/jaytimm",
    title: "National popular and electoral votes by candidate, 1789 to 2024",
    producer: "J. Timm",
    citation: "J. Timm, PresElectionResults, table pres_results",
    url: "https://github.com/jaytimm/PresElectionResults",
  },
  {
    prefix: "turnout-vep/vep_1980-2016.csv",
    title: "Voting-eligible and voting-age population by state, 1980 to 2016",
    producer: "United States Elections Project (M. P. McDonald)",
    citation: "M. P. McDonald, United States Elections Project, turnout data 1980-2016",
    url: "https://www.electproject.org/",
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
    prefix: "medsl-county-2000-2016/",
    title: "County presidential returns 2000-2016, version of December 3, 2019",
    producer: "MIT Election Data and Science Lab",
    citation:
      "MIT Election Data and Science Lab, County Presidential Election Returns 2000-2016, Harvard Dataverse, doi:10.7910/DVN/VOQCHQ",
    url: "https://doi.org/10.7910/DVN/VOQCHQ",
  },
  {
    prefix: "county-2016-candidates/",
    title: "2016 presidential results by county and candidate, collected in 2018",
    producer: "M. W. Kearney, from news sites",
    citation: "M. W. Kearney, presidential_election_county_results_2016",
    url: "https://github.com/mkearney/presidential_election_county_results_2016",
  },
  {
    prefix: "county-2020-2024/",
    title: "U.S. county-level presidential results 2020 and 2024",
    producer: "T. McGovern, from news sites",
    citation:
      "T. McGovern, United States General Election Presidential Results by County from 2008 to 2024",
    url: "https://github.com/tonmcg/US_County_Level_Election_Results_08-24",
  },
  {
    prefix: "election-context-2018/",
    title: "2018 election context: county demographics, votes of 2012 and 2016",
    producer:
      "MIT Election Data and Science Lab, from the U.S. Census Bureau and the U.S. Department of Agriculture",
    citation: "MIT Election Data and Science Lab, 2018-elections-unoffical, election-context-2018",
    url: "https://github.com/MEDSL/2018-elections-unoffical",
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
  {
    prefix: "count-snapshots-2016/snapshot",
    title:
      "2016 presidential count by state, county and candidate, as collected on the date in the file's name",
    producer: "M. W. Kearney, from a news site's feed",
    citation: "M. W. Kearney, presidential_election_county_results_2016, earlier versions",
    url: "https://github.com/mkearney/presidential_election_county_results_2016",
  },
  {
    prefix: "derived/nyt2020_timeseries",
    title: "The 2020 presidential count by state, November 3 to 13, 2020",
    producer: "The New York Times and Edison Research; collected by S. Nichols",
    citation:
      "The New York Times, presidential election results 2020, collected in election2020 (snichols)",
    url: "https://www.nytimes.com/interactive/2020/11/03/us/elections/results-president.html",
  },
  {
    prefix: "count-timeseries-2020/",
    title: "Changes of the 2020 presidential count by state, November 4, 2020 to January 6, 2021",
    producer: "The New York Times; collected by A. Gaynor",
    citation:
      "The New York Times, presidential election results 2020, collected in nyt-2020-election-scraper",
    url: "https://www.nytimes.com/interactive/2020/11/03/us/elections/results-president.html",
  },
  {
    prefix: "exit-polls-2016/",
    title: "Exit polls of 2016: the nation and 22 states",
    producer:
      "Edison Research for the National Election Pool; published by CNN; collected by Prooffreader",
    citation: "CNN, Exit polls 2016 (Edison Research for the National Election Pool)",
    url: "https://edition.cnn.com/election/2016/results/exit-polls",
  },
  {
    prefix: "derived/npvic_members.csv",
    title: "Members of the National Popular Vote Interstate Compact, with years of joining",
    producer: "National Center for Interstate Compacts, Council of State Governments; transcribed",
    citation: "National Center for Interstate Compacts, National Popular Vote Interstate Compact",
    url: "https://compacts.csg.org/compact/national-popular-vote-interstate-compact",
    license: FACTS,
    note: "18 members with 209 electors; nothing after Maine (2024) was checked",
  },
  {
    prefix: "derived/pres2016_precinct",
    title: "Official precinct returns 2016: president, 46 states",
    producer: "MIT Election Data and Science Lab",
    citation: "MIT Election Data and Science Lab, official-precinct-returns, 2016",
    url: "https://github.com/MEDSL/official-precinct-returns",
  },
  {
    prefix: "derived/cook2016_national_tracker_quotes.csv",
    title:
      "National totals of the 2016 presidential count as published between November 9, 2016 and the official report",
    producer: "Tallybook, transcribed from the pages that each row names",
    citation:
      "Cook Political Report (D. Wasserman), Associated Press, CNN and others, quoted in the pages that each row names",
    license: FACTS,
  },
  {
    prefix: "count-snapshots-2016/politico",
    title:
      "Politico's 2016 presidential count by state and county, as scraped on the date in the file's name",
    producer: "Politico; scraped by the repository's author",
    citation: "Politico, 2016 Presidential Election Results, scraped by Prooffreader",
    url: "https://www.politico.com/mapdata-2016/2016-election/results/map/president/",
  },
  {
    prefix: "congressional-districts/",
    title: "Presidential election results by congressional district",
    producer: "Daily Kos Elections and The Downballot; packaged by S. Kuriwaki and J. Timm",
    citation:
      "Daily Kos Elections / The Downballot, presidential results by congressional district, as packaged in ccesMRPprep (S. Kuriwaki) and PresElectionResults (J. Timm)",
    url: "https://www.the-downballot.com/",
  },
];

/** Finds the producer of a raw file. */
export function producerOf(file: string): Producer | undefined {
  return producers.find(({ prefix }) => file.startsWith(prefix));
}
