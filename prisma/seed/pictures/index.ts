export { drawAgencyLogo, drawClientLogo, drawPortrait, isBrandName, type PortraitSpec } from './logo';
export type { Mood } from './palettes';
export {
  drawPicture,
  pictureSizes,
  type BrandName,
  type PictureFormat,
  type PictureSize,
  type PictureSpec,
} from './picture';
export { renderPicture, renderSvg, type PictureFile, type PictureFileType } from './render';
export { scenes, type SceneName } from './scenes';
