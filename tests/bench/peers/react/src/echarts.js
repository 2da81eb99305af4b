// The parts of ECharts that Sổ Khối draws with (scripts/echarts-entry.js), so that both download and run the same library.
import * as echarts from "echarts/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { GraphicComponent, GridComponent, LegendPlainComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

echarts.use([
  BarChart, GraphicComponent, GridComponent, HeatmapChart, LegendPlainComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer,
  TooltipComponent,
]);

export { echarts };
