const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text (UTF-8) that base64 stands for. `atob` and `TextDecoder` are no part of the language that the simulator is kept to. */
export function decodeBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let escaped = '';
  for (const letter of text.replace(/[=\s]/g, '')) {
    bits = (bits << 6) | letters.indexOf(letter);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escaped += `%${((bits >> count) & 0xff).toString(16).padStart(2, '0')}`;
    bits &= (1 << count) - 1;
  }
  return decodeURIComponent(escaped);
}
