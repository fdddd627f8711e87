// What pdf.js, Firefox's reader, finds in PDFs: node pdf_js.mjs NODE_FOLDER PDF...
// Prints a line of JSON for each file: {file, pages, tagged, stray, fields}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const library = pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs"));
const { getDocument, VerbosityLevel } = await import(library);

/** The numbers of all marked content under an element of the structure. */
function contentIn(element, found = new Set()) {
  for (const child of element?.children ?? []) {
    if (child.type === "content") found.add(child.id);
    else contentIn(child, found);
  }
  return found;
}

/** Counts text in the tree, and lists text that is neither there nor in an artifact. */
async function look(page) {
  const owned = contentIn(await page.getStructTree());
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open = [];
  let tagged = 0;
  const stray = [];
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item);
    else if (item.type === "endMarkedContent") open.pop();
    else if (item.str?.trim()) {
      const artifact = open.some(({ tag }) => tag === "Artifact");
      if (open.some(({ id }) => owned.has(id))) tagged += 1;
      else if (!artifact) stray.push(item.str);
    }
  }
  const widgets = (await page.getAnnotations()).filter(({ subtype }) => subtype === "Widget");
  const silent = widgets.filter(({ alternativeText }) => !alternativeText?.trim());
  return { tagged, stray, fields: widgets.length, silent: silent.map(({ fieldName }) => fieldName) };
}

for (const file of files) {
  const data = new Uint8Array(readFileSync(file));
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const found = { file, pages: pdf.numPages, tagged: 0, stray: [], fields: 0, silent: [] };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const seen = await look(await pdf.getPage(number));
    found.tagged += seen.tagged;
    found.fields += seen.fields;
    found.stray.push(...seen.stray);
    found.silent.push(...seen.silent);
  }
  console.log(JSON.stringify(found));
}
