// Which questions a person is asked, by the rules of surveys/domain/logic.py, and answers as surveys/domain/answers.py
// reads them. A test holds both against each other.
const NUMBER = /^-?\d+(\.\d+)?$/, DATE = /^\d{4}-\d\d-\d\d$/;

const is = (codes, value) => {
  if (!value || codes.length != 1) return !value && !codes.length;
  return NUMBER.test(codes[0]) && NUMBER.test(value) ? +codes[0] == +value : codes[0] == value;
};

// Above 0 when the single answer is more than `value`, below when it is less, 0 where they do not compare.
const difference = (codes, value) => {
  const [answer] = codes;
  if (codes.length != 1) return 0;
  if (NUMBER.test(answer) && NUMBER.test(value)) return answer - value;
  return DATE.test(answer) && DATE.test(value) ? (answer > value) - (answer < value) : 0;
};

const HOLDS = {
  is,
  is_not: (codes, value) => !is(codes, value),
  contains: (codes, value) => codes.includes(value),
  contains_not: (codes, value) => !codes.includes(value),
  more: (codes, value) => difference(codes, value) > 0,
  less: (codes, value) => difference(codes, value) < 0,
};

const applies = ({ match, conditions }, sheet) => !conditions.length
  || conditions[match == "any" ? "some" : "every"](([id, how, value]) => HOLDS[how](sheet[id] ?? [], value));

// The ids of what is reached. `asked` are { id, kind, match, conditions } in order, `sheet` is id → codes of their
// answers, `before` that of answers to what stands before them.
export const reached = (asked, sheet, before = {}) => {
  const found = [], given = { ...before };
  let page = true;
  for (const one of asked) {
    if (one.kind == "page") page = applies(one, given);
    if (page && applies(one, given)) {
      found.push(one.id);
      if (sheet[one.id]) given[one.id] = sheet[one.id];
    }
  }
  return found;
};

// A digit of any script. They come in runs of ten.
const digit = (character) => {
  let code = character.codePointAt(), value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(--code))) value++;
  return value % 10;
};
const digits = (text) => text.replace(/\p{Nd}/gu, digit);

// A number as people write it, without zeros that say nothing.
const number = (text) => {
  let plain = digits(text).replace(/[\s\u066c]/g, "").replace(/\u066b/g, ".").replace(/\u2212/g, "-");
  if (plain.split(",").length == 2 && !plain.includes(".")) plain = plain.replace(",", ".");
  const parts = plain.length < 16 && /^([+-]?)(?=\.?\d)0*(\d*)(?:\.(\d*?)0*)?$/.exec(plain);
  if (!parts) return;
  const [, sign, whole, rest] = parts, found = (whole || 0) + (rest ? "." + rest : "");
  return sign == "-" && found != 0 ? "-" + found : found;
};

// A day as people write it, in ISO form.
const day = (text) => {
  const parts = digits(text).replace(/[/.]/g, "-").replace(/\s/g, "").split("-");
  if (parts.length != 3 || !parts.every((part) => /^\d+$/.test(part))) return;
  if (parts[0].length < 3) parts.reverse();
  const [year, month, date] = parts.map(Number), found = new Date(0);
  found.setUTCFullYear(year, month - 1, date);
  return year > 999 && year < 1e4 && found.getUTCMonth() == month - 1 && found.getUTCDate() == date
    ? found.toISOString().slice(0, 10) : undefined;
};

const within = ({ least, most }, value) => !(value < least || value > most);
const one = (values) => values.length == 1 ? values : undefined;

const chosen = (question, parts) => {
  const codes = [...new Set(parts[""])], words = (parts.other ?? []).join(" ").trim();
  if (!question.several && parts[""].length > 1) return;
  if (question.other && codes.includes("other") && !(words && [...words].length <= question.words)) return;
  if (!question.several) return codes;
  if (codes.some((code) => question.alone.includes(code))) return one(codes);
  return within(question, codes.length) ? codes : undefined;
};

const ranked = (question, { "": inOrder, ...places }) => {
  const found = [];
  for (const [code, values] of Object.entries(places)) {
    if (values.length > 1 || !/^\d{1,3}$/.test(values[0]) || values[0] < 1 || found[values[0] - 1]) return;
    found[values[0] - 1] = code;
  }
  const codes = inOrder.length ? inOrder : [...found];
  const whole = codes.every(Boolean) && new Set(codes).size == codes.length;
  return whole && within(question, codes.length) ? codes : undefined;
};

const placed = (question, parts) => {
  const [point] = question.point && parts.point || [], where = point?.split(",").map(Number);
  if (point && !(where.length == 2 && Math.abs(where[0]) <= 180 && Math.abs(where[1]) <= 90)) return;
  return point && !parts[""].length && !question.places ? ["point"] : one(parts[""]);
};

const READ = {
  matrix: ({ rows }, { "": _, ...cells }) => {
    const given = Object.entries(cells);
    if (given.length < rows || given.some(([, values]) => values.length > 1)) return;
    return given.map(([row, [column]]) => `${row}:${column}`);
  },
  ranking: ranked,
  place: placed,
  number: (question, { "": values }) => {
    const found = one(values) && number(values[0]);
    return found && within(question, +found) && (question.decimals || !found.includes(".")) ? [found] : undefined;
  },
  date: (question, { "": values }) => {
    const found = one(values) && day(values[0]);
    return found && within(question, found) ? [found] : undefined;
  },
  short_text: ({ words }, { "": values }) =>
    one(values) && [...values[0].trim()].length <= words ? ["*"] : undefined,
};
READ.long_text = READ.short_text;

// The codes that a form gives to a question; undefined where they answer nothing or do not fit. `entries` are the
// names and values of the form's inputs, for example those of FormData.
export const read = (question, entries) => {
  const parts = { "": [] };
  for (const [name, value] of entries) {
    const [id, part = ""] = name.split(".");
    if (id == question.id && value.trim()) (parts[part] ??= []).push(value);
  }
  const codes = (READ[question.kind] ?? chosen)(question, parts);
  return codes?.length ? codes : undefined;
};
