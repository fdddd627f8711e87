// Fills in the sample form as Firefox does: node pdf_js_fill.mjs NODE_FOLDER ANSWERS FORM FILLED
// ANSWERS is JSON: field names with text, true for a ticked box, or the value of a button.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, answers, form, filled] = process.argv.slice(2);
const entry = createRequire(`${folder}/`).resolve("pdfjs-dist/legacy/build/pdf.mjs");
const { getDocument, VerbosityLevel } = await import(pathToFileURL(entry));
const standardFontDataUrl = join(dirname(entry), "../../standard_fonts/");

const pdf = await getDocument({
  data: new Uint8Array(readFileSync(form)),
  standardFontDataUrl,
  verbosity: VerbosityLevel.ERRORS,
}).promise;
const given = JSON.parse(answers);
for (let number = 1; number <= pdf.numPages; number += 1) {
  for (const field of await (await pdf.getPage(number)).getAnnotations()) {
    if (!(field.fieldName in given)) continue;
    const answer = given[field.fieldName];
    const value = field.radioButton ? field.buttonValue === answer : answer;
    pdf.annotationStorage.setValue(field.id, { value });
  }
}
writeFileSync(filled, await pdf.saveDocument());
