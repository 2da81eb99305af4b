// What reads a QR code out of a picture, for browsers that do not do it themselves: the same interface as theirs
// (BarcodeDetector). Bundled by scripts/dist.mjs; src/platform/camera.rs imports it when somebody begins to scan.
export { BarcodeDetector } from "qr/decode.js";
