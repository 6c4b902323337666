// A short message over the drawing, read aloud by screen readers.

/** Milliseconds that a message stays which only says that something was done. */
const BRIEF = 5000;

/** tell(text, {isBrief}): show it, for some seconds or until the next; "" takes it away. */
export function makeNotice() {
  const notice = document.getElementById("notice");
  let end = 0;
  return (text, { isBrief = false } = {}) => {
    clearTimeout(end);
    if (isBrief) end = setTimeout(() => { notice.hidden = true; }, BRIEF);
    notice.textContent = text;
    notice.hidden = !text;
  };
}
