"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("page-form");
  const council = byId("page-council");
  const all = (selector, within = form) => [...within.querySelectorAll(selector)];

  const parts = all("[data-kind]");
  const questions = parts.filter((part) => part.dataset.kind !== "note");
  const controls = all("input:not([type=hidden]), select, textarea");
  const storageKey = [
    "coprod-survey",
    form.dataset.survey,
    form.dataset.group,
    form.dataset.fingerprint,
  ].join(":");

  // Chance: who answers which form, and in which order.

  const random = (below) => crypto.getRandomValues(new Uint32Array(1))[0] % below;

  // A letter first, so that no spreadsheet takes it for a number.
  const newId = () =>
    "r" +
    Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");

  function shuffled(list) {
    const mixed = [...list];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = random(last + 1);
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  }

  const forms = form.dataset.forms.split(" ").filter(Boolean);

  const newState = () => ({
    respondent: newId(),
    form: forms.length ? forms[random(forms.length)] : "",
    order: shuffled(questions.map((question) => question.id)),
    answers: {},
  });

  // What is kept on the device. A browser may refuse, and then the page works without.

  function load() {
    try {
      const state = JSON.parse(localStorage.getItem(storageKey));
      return state && (state.form === "" || forms.includes(state.form)) ? state : null;
    } catch {
      return null;
    }
  }

  function keep() {
    state.answers = Object.fromEntries(controls.map((control) => [control.id, given(control)]));
    try {
      localStorage.setItem(storageKey, JSON.stringify(state));
      return true;
    } catch {
      return false;
    }
  }

  function forget() {
    try {
      localStorage.removeItem(storageKey);
    } catch {
      // Nothing was kept.
    }
  }

  const ticks = (control) => control.type === "radio" || control.type === "checkbox";
  const given = (control) => (ticks(control) ? control.checked : control.value);

  function give(control, answer) {
    if (ticks(control)) control.checked = Boolean(answer);
    else control.value = answer || "";
  }

  // What this respondent sees.

  const isShown = (part) => !part.hidden;

  function showForm() {
    for (const part of parts) {
      const on = part.dataset.forms.split(" ").filter(Boolean);
      part.hidden = Boolean(state.form && on.length && !on.includes(state.form));
    }
    for (const section of all("[data-order]"))
      section.hidden = !all("[data-kind]", section).some(isShown);
    if (state.form) byId("page-drawn-form").textContent = state.form;
  }

  // Notes keep their place; questions are dealt into the places between them.
  function showOrder() {
    const place = (question) => state.order.indexOf(question.id);
    for (const section of all("[data-order=random]")) {
      const fixed = all("fieldset", section);
      const slots = fixed.map((question) => {
        const slot = document.createComment("");
        question.replaceWith(slot);
        return slot;
      });
      fixed
        .sort((a, b) => place(a) - place(b))
        .forEach((question, index) => slots[index].replaceWith(question));
    }
  }

  // Answers, and the rules they may break. A broken rule is told, never enforced.

  const controlsOf = (question) => all("input, select, textarea", question);
  const answered = (question) => controlsOf(question).some(given);
  const ticked = (question) => all(":checked:not(option)", question);
  const toldOf = (question) => question.querySelector(".message");

  const rules = {
    many: (question, { choose }) => ticked(question).length <= Number(choose),
    number: (question, { minimum, maximum }) => {
      const typed = question.querySelector("input[type=text]").value.trim();
      const inRange = Number(typed) >= Number(minimum) && Number(typed) <= Number(maximum);
      return !typed || (/^-?\d+$/.test(typed) && inRange);
    },
    rank: (question) => {
      const places = all("select", question).map(given).filter(Boolean);
      return new Set(places).size === places.length;
    },
  };

  function check(question) {
    const message = toldOf(question);
    if (!message) return true;
    const holds = rules[question.dataset.kind](question, message.dataset);
    const words = holds ? "" : message.dataset.words;
    if (message.textContent !== words) message.textContent = words;
    for (const control of all("input[type=text], select", question))
      control.setAttribute("aria-invalid", String(!holds));
    return holds;
  }

  // "None of these" and "don't know" stand alone: giving one takes back the rest, and the reverse.
  function standAlone(question, control) {
    if (!given(control) || control.type === "radio") return;
    const alone = "alone" in control.dataset;
    for (const other of controlsOf(question)) {
      if (other !== control && (alone || "alone" in other.dataset)) give(other, "");
    }
  }

  function refresh() {
    const shown = questions.filter(isShown);
    const done = shown.filter(answered).length;
    byId("page-bar").max = Math.max(shown.length, 1);
    byId("page-bar").value = done;
    const count = byId("page-count");
    count.textContent = count.dataset.words
      .replace("{answered}", done)
      .replace("{shown}", shown.length);
    for (const button of all(".clear button"))
      button.hidden = !answered(button.closest("fieldset"));
    const kept = keep();
    byId("page-kept").hidden = !kept;
    byId("page-not-kept").hidden = kept;
  }

  // The file of answers.

  function cell(control) {
    const question = control.closest("[data-kind]");
    if (!isShown(question)) return "";
    switch (question.dataset.kind) {
      case "one":
        return ticked(control)
          .map((choice) => choice.value)
          .join("");
      case "many":
        return all("[data-column]:checked", question).length ? String(Number(control.checked)) : "";
      case "number":
        return (
          control.value.trim() ||
          ticked(question)
            .map((choice) => choice.value)
            .join("")
        );
      default:
        return control.value;
    }
  }

  // A spreadsheet would run a cell that begins like a formula; an apostrophe makes it text.
  function quoted(value) {
    const isFormula = /^[=+\-@\t\r]/.test(value) && !/^-\d+$/.test(value);
    const safe = isFormula ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function csv() {
    const { group, wave, edition, fingerprint, language } = form.dataset;
    const row = new Map(
      all("[data-column]").map((control) => [control.dataset.column, cell(control)]),
    );
    const about = {
      respondent: state.respondent,
      council: council.value.trim(),
      group,
      wave,
      form: state.form,
      edition,
      fingerprint,
      language,
    };
    for (const [column, value] of Object.entries(about)) row.set(column, value);
    const columns = form.dataset.columns.split(" ");
    return [columns, columns.map((column) => row.get(column) || "")]
      .map((cells) => cells.map(quoted).join(",") + "\r\n")
      .join("");
  }

  function download() {
    const name = `${form.dataset.survey}-${form.dataset.group}-${state.respondent}.csv`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    byId("page-file").textContent = name;
  }

  // Saving: look over the answers once, then save whatever is there.

  function problems() {
    const found = questions
      .filter((question) => isShown(question) && !check(question))
      .map((question) => [
        controlsOf(question)[0].id,
        question.querySelector("legend").textContent,
      ]);
    const noCouncil = council.type !== "hidden" && !council.value.trim();
    return noCouncil
      ? [[council.id, document.querySelector(`label[for=${council.id}]`).textContent], ...found]
      : found;
  }

  function problemLink([id, words]) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = `#${id}`;
    link.textContent = words;
    return item;
  }

  function save() {
    const found = problems();
    byId("page-problems").hidden = !found.length;
    byId("page-problem-list").replaceChildren(...found.map(problemLink));
    if (found.length) byId("page-problems-title").focus();
    else finish();
  }

  const title = document.title;

  function finish() {
    download();
    forget();
    show(byId("page-thanks"));
    document.title = `${byId("page-thanks-title").textContent} – ${title}`;
    byId("page-thanks-title").focus();
  }

  function show(page) {
    for (const other of [form, byId("page-thanks")]) other.hidden = other !== page;
    byId("page-progress").hidden = page !== form;
    scrollTo(0, 0);
  }

  function goBack() {
    show(form);
    document.title = title;
    byId("page-problems").hidden = true;
    refresh();
    byId("page-save").focus();
  }

  function startAgain() {
    forget();
    history.scrollRestoration = "manual";
    location.reload();
  }

  // Begin.

  const state = load() || newState();
  for (const control of controls)
    if (control.id in state.answers) give(control, state.answers[control.id]);
  showForm();
  showOrder();
  for (const part of all("[data-scripted]", document)) part.hidden = false;
  questions.forEach(check);
  refresh();

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const question = event.target.closest("[data-kind]");
    if (question) standAlone(question, event.target);
    refresh();
  });
  form.addEventListener("change", (event) => {
    const question = event.target.closest("[data-kind]");
    if (question) check(question);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".clear button");
    if (!button) return;
    const choices = controlsOf(button.closest("fieldset"));
    choices.forEach((choice) => give(choice, ""));
    choices[0].focus();
    refresh();
  });
  byId("page-save").addEventListener("click", save);
  byId("page-save-anyway").addEventListener("click", finish);
  byId("page-save-again").addEventListener("click", download);
  byId("page-back").addEventListener("click", goBack);
  byId("page-start-again").addEventListener("click", startAgain);
  byId("page-delete").addEventListener("click", () => {
    if (confirm(byId("page-delete").dataset.words)) startAgain();
  });
})();
