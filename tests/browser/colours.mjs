// Colours as pages get them and as they are painted.
/** Given to a page before it loads: colours as numbers, their contrast, and the pixels of a `picture`. */
export const inPage = () => {
  const luminance = ([r, g, b]) => {
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  window.rgb = (color) => color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  window.contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  window.ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const found = rgb(getComputedStyle(at).backgroundColor);
      if (found[3] === undefined || found[3] > 0.99) return found;
    }
    return [255, 255, 255];
  };
  window.pixels = async (data) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (char) => char.charCodeAt(0))], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
};

/** A picture of a page or of an element, as text: lists of bytes are handed over slowly. */
export const picture = async (of, options) => (await of.screenshot({ animations: 'disabled', ...options })).toString('base64');
