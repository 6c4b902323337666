// A short message over the drawing, read aloud by screen readers.

/** tell(text): show it; "" takes it away. */
export function makeNotice() {
  const notice = document.getElementById("notice");
  return (text) => {
    notice.textContent = text;
    notice.hidden = !text;
  };
}
