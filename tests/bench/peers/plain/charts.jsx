// Charts without Sổ Khối: raw ECharts as the limit, and echarts-for-react as the peer. Both get the option that Sổ Khối draws, so
// that all three make the same picture of the same figures. What makes the option of the figures differs, and is timed:
// for Sổ Khối its own drawing, here a copy of the finished option with the figures put in.
import ReactEChartsCore from "echarts-for-react/esm/core";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { echarts } from "../react/src/echarts.js";

const SETTINGS = { renderer: "svg" };

/** Raw: one instance, `setOption` with what is given. */
export const raw = {
  draw(host, option, width, height) {
    const chart = echarts.init(host, null, { ...SETTINGS, width, height });
    chart.setOption(option, { notMerge: true });
    return chart;
  },
  update: (chart, option) => chart.setOption(option, { notMerge: true }),
  remove: (chart) => chart.dispose(),
};

/**
 * A React component that holds the option in its props, as its readme says. It measures its place before it draws for the first time, so
 * its drawing is there when it says so; updates are there at once.
 */
export const react = {
  async draw(host, option, width, height) {
    const chart = { root: createRoot(host), width, height };
    await new Promise((ready) => {
      chart.ready = ready;
      react.update(chart, option);
    });
    return chart;
  },
  update({ root, ready, width, height }, option) {
    flushSync(() =>
      root.render(<ReactEChartsCore echarts={echarts} option={option} notMerge onChartReady={ready} opts={{ ...SETTINGS, width, height }} style={{ width, height }} />),
    );
  },
  remove: ({ root }) => flushSync(() => root.unmount()),
};
