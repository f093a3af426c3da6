// What the scripts find when they run: ECharts, and the data that assets.go opens before data.js.
declare const echarts: any;
declare const data: any;
declare const core: any;
