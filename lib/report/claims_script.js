// Adds to the claims desk, which is complete without it: words, subject and speaker to filter by,
// and a card that opens when its address is called.

const desk = document.querySelector(".claims");
const cards = [...desk.querySelectorAll(".claim")];
const find = desk.querySelector(".find");
const found = find.querySelector(".found");
const fields = Object.fromEntries(
  [...find.querySelectorAll("input, select")].map((field) => [field.name, field]),
);
const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
const texts = new Map(
  cards.map((card) => [card, plain(card.textContent.replace(/\s+/g, " "))]),
);

function filter() {
  const words = plain(fields.words.value).split(/\s+/).filter((word) => word !== "");
  for (const card of cards) {
    card.hidden = !(words.every((word) => texts.get(card).includes(word)) &&
      (fields.subject.value === "" || card.dataset.subject === fields.subject.value) &&
      (fields.speaker.value === "" || card.dataset.speaker === fields.speaker.value));
  }
  const shown = cards.filter((card) => card.checkVisibility()).length;
  found.textContent = shown === cards.length ? "" : `${shown} of ${cards.length} claims`;
}

function showAddress() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null || !desk.contains(target)) return;
  if (target.matches("input[type=radio]")) {
    target.checked = true;
    filter();
    desk.scrollIntoView();
    return;
  }
  const card = target.closest(".claim");
  if (card === null) return;
  for (const field of Object.values(fields)) field.value = "";
  desk.querySelector("#only-all").checked = true;
  filter();
  card.querySelector("details").open = true;
  card.scrollIntoView();
  card.querySelector("summary").focus({ preventScroll: true });
}

find.hidden = false;
desk.addEventListener("input", filter);
addEventListener("hashchange", showAddress);
showAddress();
