import { defineErrors } from '../i18n/define-locales';

/** Why a file is not taken. */
defineErrors({
  ru: {
    file_type_not_allowed:
      '{{name}}: такие файлы не принимаются. Подойдут PNG, JPG, WebP, GIF, AVIF, MP4, MOV, WebM, PDF и ZIP',
    svg_not_allowed: '{{name}}: SVG не принимается, в нём может быть код. Сохраните картинку в PNG',
    file_too_large: '{{name}}: больше {{maxMegabytes}} МБ',
    file_empty: '{{name}}: файл пустой',
    file_not_what_it_says: '{{name}}: внутри не то, что обещает имя. Сохраните файл ещё раз из редактора',
    file_broken: '{{name}}: файл повреждён и не открывается',
    file_not_kept: '{{name}}: хранилище файлов не отвечает, попробуйте ещё раз через минуту',
  },
  en: {
    file_type_not_allowed:
      '{{name}}: such files are not taken. PNG, JPG, WebP, GIF, AVIF, MP4, MOV, WebM, PDF and ZIP are',
    svg_not_allowed: '{{name}}: SVG is not taken, it may carry code. Save the picture as PNG',
    file_too_large: '{{name}}: larger than {{maxMegabytes}} MB',
    file_empty: '{{name}}: the file is empty',
    file_not_what_it_says: '{{name}}: it is not what its name says. Save it once more from your editor',
    file_broken: '{{name}}: the file is damaged and cannot be opened',
    file_not_kept: '{{name}}: the file store does not answer, try again in a minute',
  },
});
