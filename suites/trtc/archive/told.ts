import { JsonFields } from '#contracts/json-fields.ts';
import { parseJson, isJsonObject } from '#contracts/json.ts';
