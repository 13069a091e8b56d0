// Scores addresses of a site with the MDN HTTP Observatory's own tests: node check-headers.mjs HTTP_PORT HTTPS_PORT PATH... prints one JSON object a path.
// The scanner's own command refuses answers of 404 and 503, which are answers too; so its parts are called here in its order.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "@mdn", "mdn-http-observatory");

// The list of preloaded hosts is fetched after installation, which a closed network cannot; no host of ours is on it.
mkdirSync(join(home, "conf"), { recursive: true });
writeFileSync(join(home, "conf", "hsts-preload.json"), "{}");

const load = (part) => import(join(home, "src", part));
const [{ retrieve }, { ALL_TESTS }, { getScoreModifier, getGradeForScore }, { MINIMUM_SCORE_FOR_EXTRA_CREDIT }] =
  await Promise.all([load("retriever/retriever.js"), load("constants.js"), load("grader/grader.js"), load("grader/charts.js")]);

const [httpPort, httpsPort, ...paths] = process.argv.slice(2);
for (const path of paths) {
  const answers = await retrieve("localhost", { httpPort, httpsPort, path });
  const results = ALL_TESTS.map((test) => test(answers)).filter((r) => r.result);
  const modifiers = Object.fromEntries(results.map((r) => [r.constructor.name, getScoreModifier(r.result)]));
  const faults = Object.values(modifiers).filter((m) => m < 0).reduce((a, b) => a + b, 100);
  const extra = Object.values(modifiers).filter((m) => m > 0).reduce((a, b) => a + b, 0);
  const score = faults >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? faults + extra : faults;
  console.log(JSON.stringify({ path, status: answers.responses.auto?.status, score, grade: getGradeForScore(score).grade, modifiers }));
}
