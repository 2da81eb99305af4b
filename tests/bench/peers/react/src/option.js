/** Sorted horizontal bars with the value at the end. */
export const barOption = (bars) => ({
  animation: false,
  textStyle: { fontFamily: "Be Vietnam Pro, sans-serif" },
  grid: { left: 8, right: 60, top: 8, bottom: 8, containLabel: true },
  tooltip: { renderMode: "richText" },
  xAxis: { type: "value", show: false },
  yAxis: { type: "category", inverse: true, data: bars.map(({ name }) => name), axisTick: { show: false }, axisLine: { show: false } },
  series: [{ type: "bar", barWidth: 14, data: bars.map(({ value }) => value), label: { show: true, position: "right" } }],
});
