export {
  type CollegeError,
  type CollegeForecast,
  collegeForecast,
  type CollegeUnit,
} from "./college_forecast.ts";
