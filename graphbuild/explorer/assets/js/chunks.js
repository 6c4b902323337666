// Where the chunks of evidence come from: elements of the page, packed or not, or a folder beside it.

/** The page was opened as a file, and browsers let no file read another. */
export class NotServed extends Error {}

/** fetchChunk(name): promise of a chunk's content, see payload.py. `loaded` is a promise that the whole page is read. */
export function makeFetchChunk({ folder }, loaded) {
  if (folder) return (name) => fetchFrom(folder, name);
  return async (name) => {
    // The chunks stand behind this script in the page: one that is not there yet will be when the page is read.
    if (!document.getElementById(name)) await loaded;
    const { type, textContent } = document.getElementById(name);
    return type === "text/plain" ? unpack(textContent) : JSON.parse(textContent);
  };
}

async function fetchFrom(folder, name) {
  if (location.protocol === "file:") throw new NotServed(folder);
  const answer = await fetch(`${encodeURIComponent(folder)}/${name}.json`);
  if (!answer.ok) throw new Error(`${folder}/${name}.json: ${answer.status}`);
  return answer.json();
}

/** JSON that was compressed by zlib and written in base64. */
function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}
