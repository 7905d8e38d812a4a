/**
 * Lighthouse over the URLs of the command line, one line of JSON for each; run by index.ts, since Lighthouse stands in
 * this folder's packages. The bytes and requests are those of the same visit: what was transferred without interaction.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [runs, ...urls] = process.argv.slice(2);
const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
const TYPES = { Document: 'html', Script: 'js', Stylesheet: 'css', Font: 'font', Image: 'image' };

for (const url of urls) {
  const visits = [];
  for (let i = 0; i < Number(runs); i++) {
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
    });
    visits.push(visitOf(lhr));
  }
  // The quickest visit, by blocking time: what the machine does beside it only adds.
  console.log(JSON.stringify({ url, ...visits.sort((a, b) => a.blocking - b.blocking)[0] }));
}
chrome.kill();

function visitOf({ audits, categories, runtimeError }) {
  if (runtimeError) throw new Error(runtimeError.message);
  const bytes = { html: 0, js: 0, css: 0, font: 0, image: 0, other: 0 };
  const requests = audits['network-requests'].details.items.filter((item) => item.url.startsWith('http'));
  for (const { resourceType, transferSize } of requests)
    bytes[TYPES[resourceType] ?? 'other'] += transferSize;
  return {
    bytes,
    total: Object.values(bytes).reduce((sum, one) => sum + one, 0),
    requests: requests.length,
    blocking: audits['total-blocking-time'].numericValue,
    shift: audits['cumulative-layout-shift'].numericValue,
    performance: Math.round(100 * categories.performance.score),
    accessibility: Math.round(100 * categories.accessibility.score),
  };
}
