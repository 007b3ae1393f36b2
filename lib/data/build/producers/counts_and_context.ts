import { FACTS, type Producer } from "./producer.ts";

/** The producers of counts in progress, polls, populations and laws. */
export const countsAndContext: readonly Producer[] = [
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
    prefix: "turnout-vep/vep_1980-2016.csv",
    title: "Voting-eligible and voting-age population by state, 1980 to 2016",
    producer: "United States Elections Project (M. P. McDonald)",
    citation: "M. P. McDonald, United States Elections Project, turnout data 1980-2016",
    url: "https://www.electproject.org/",
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
];
