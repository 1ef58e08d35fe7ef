export { Action, Due, referenceOf } from "./action.ts";
