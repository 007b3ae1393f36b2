export { dataCommand } from "./data_command.ts";
