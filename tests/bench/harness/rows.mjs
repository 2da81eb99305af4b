// Every row, in the order in which they are measured and printed.
import { firstVisit, keystroke, offlineStart, paints } from "./rows/entry.mjs";
import { bytes } from "./rows/bytes.mjs";
import { charts, heap } from "./rows/charts.mjs";
import { growth } from "./rows/growth.mjs";
import { ingest, sync } from "./rows/server.mjs";
import { lighthouseRow } from "./rows/lighthouse.mjs";
import { store } from "./rows/store.mjs";

export const ROWS = [firstVisit, bytes, offlineStart, keystroke, store, charts, sync, ingest, heap, paints, growth, lighthouseRow];
