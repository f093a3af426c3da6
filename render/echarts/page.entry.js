// What the page uses of Apache ECharts 6.1.0, and nothing else: a browser
// compiles half of the whole library in half the time. page.min.js is made
// of it, in a folder with "npm install echarts@6.1.0 esbuild@0.28.2", by
//
//   npx esbuild page.entry.js --bundle --minify --format=iife --global-name=echarts --target=es2022 --legal-comments=none --banner:js="$(cat page.banner.txt)" --outfile=page.min.js
//
// To use another chart or component, name it here and make the file again.
import { use, init, graphic, getInstanceByDom } from 'echarts/core';
import { CustomChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, DataZoomSliderComponent, GraphicComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([CustomChart, GraphChart, LineChart, ScatterChart, GridComponent, DataZoomSliderComponent, GraphicComponent, LabelLayout, CanvasRenderer]);
export { init, graphic, getInstanceByDom };
