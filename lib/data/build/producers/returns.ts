import type { Producer } from "./producer.ts";

/** The producers of election returns, by state, county, district and precinct. */
export const returns: readonly Producer[] = [
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
    prefix: "derived/pres2016_precinct",
    title: "Official precinct returns 2016: president, 46 states",
    producer: "MIT Election Data and Science Lab",
    citation: "MIT Election Data and Science Lab, official-precinct-returns, 2016",
    url: "https://github.com/MEDSL/official-precinct-returns",
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
