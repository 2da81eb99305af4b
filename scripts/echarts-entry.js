// The parts of ECharts that `src/charts/` draws with, and no others: every line here is downloaded
// by every office. Bundled by scripts/dist.mjs; the app imports it when a chart is first shown.
import { init, registerLocale, use } from "echarts/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  GraphicComponent,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import en from "echarts/i18n/langEN-obj.js";
import vi from "echarts/i18n/langVI-obj.js";

use([
  BarChart,
  GraphicComponent,
  GridComponent,
  HeatmapChart,
  LegendPlainComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);
registerLocale("VI", vi);
registerLocale("EN", en);

export { init, registerLocale };
