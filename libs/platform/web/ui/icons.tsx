import type { ReactNode, SVGProps } from 'react';

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'children'> {
  /** 16 on the desk; 12 in chips, 14 in dense rows, 20 in the bottom tabs. */
  size?: number;
  /** Only where the icon says something that no text beside it says. */
  label?: string;
}

export type Icon = (props: IconProps) => ReactNode;

function icon(shape: ReactNode): Icon {
  return function IconShape({ size = 16, label, ...rest }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        focusable="false"
        style={{ flex: 'none', display: 'block' }}
        {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
        {...rest}
      >
        {shape}
      </svg>
    );
  };
}

export const IconAlert = /* @__PURE__ */ icon(
  <>
    <path d="M8 2.2 14.5 13.5h-13L8 2.2Z" />
    <path d="M8 6.5v3.2M8 11.6h.01" />
  </>,
);
export const IconApprove = /* @__PURE__ */ icon(
  <>
    <path d="M14 8.5c0 3-2.7 5-6 5-.8 0-1.6-.1-2.3-.4L2.5 14l.8-2.6A4.7 4.7 0 0 1 2 8.3c0-3 2.7-5.3 6-5.3" />
    <path d="m9 5.3 1.8 1.8L14.3 3.4" />
  </>,
);
export const IconArrowRight = /* @__PURE__ */ icon(<path d="M3 8h10M9 4l4 4-4 4" />);
export const IconBell = /* @__PURE__ */ icon(
  <path d="M4 6.5a4 4 0 0 1 8 0c0 3.5 1.5 4.5 1.5 4.5h-11S4 10 4 6.5ZM6.7 13.5a1.4 1.4 0 0 0 2.6 0" />,
);
export const IconBoard = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="2.5" width="3.3" height="11" rx="1" />
    <rect x="6.4" y="2.5" width="3.3" height="7" rx="1" />
    <rect x="10.7" y="2.5" width="3.3" height="9" rx="1" />
  </>,
);
export const IconBuilding = /* @__PURE__ */ icon(
  <path d="M2.5 14V4.5a1 1 0 0 1 1-1h5a1 1 0 0 1 1 1V14M9.5 7h3a1 1 0 0 1 1 1v6M1.5 14h13M5 6.5h2M5 9h2M5 11.5h2" />,
);
export const IconBulb = /* @__PURE__ */ icon(
  <path d="M6 12.5h4M6.5 14.5h3M5.6 10.3A4.3 4.3 0 1 1 10.4 10.3c-.5.4-.7.9-.7 1.4v.8H6.3v-.8c0-.5-.2-1-.7-1.4Z" />,
);
export const IconCalendar = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="3" width="12" height="11" rx="2" />
    <path d="M2 6.5h12M5.2 1.5v3M10.8 1.5v3" />
  </>,
);
export const IconCase = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="5" width="12" height="8.5" rx="1.5" />
    <path d="M5.5 5V3.5A1 1 0 0 1 6.5 2.5h3a1 1 0 0 1 1 1V5M2 9h12" />
  </>,
);
export const IconChart = /* @__PURE__ */ icon(
  <>
    <path d="M2 2v11a1 1 0 0 0 1 1h11" />
    <path d="m4.5 10.5 3-3.5 2.5 2 3.5-4.5" />
  </>,
);
export const IconCheck = /* @__PURE__ */ icon(<path d="m3 8.5 3.3 3.3L13 4.8" />);
export const IconChevronDown = /* @__PURE__ */ icon(<path d="m4 6 4 4 4-4" />);
export const IconChevronLeft = /* @__PURE__ */ icon(<path d="m10 4-4 4 4 4" />);
export const IconChevronRight = /* @__PURE__ */ icon(<path d="m6 4 4 4-4 4" />);
export const IconChevronUp = /* @__PURE__ */ icon(<path d="m4 10 4-4 4 4" />);
export const IconClock = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.5V8l2.3 1.5" />
  </>,
);
export const IconClose = /* @__PURE__ */ icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const IconCompare = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="3" width="12" height="10" rx="2" />
    <path d="M8 1.5v13M4.5 6.5 3.5 8l1 1.5M11.5 6.5l1 1.5-1 1.5" />
  </>,
);
export const IconCopy = /* @__PURE__ */ icon(
  <>
    <rect x="5.5" y="5.5" width="8.5" height="8.5" rx="1.5" />
    <path d="M10.5 5.5v-2A1.5 1.5 0 0 0 9 2H3.5A1.5 1.5 0 0 0 2 3.5V9a1.5 1.5 0 0 0 1.5 1.5h2" />
  </>,
);
export const IconDots = /* @__PURE__ */ icon(<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />);
export const IconDownload = /* @__PURE__ */ icon(<path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 13.5h11" />);
export const IconExternal = /* @__PURE__ */ icon(
  <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5V12a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V6A1.5 1.5 0 0 1 4 4.5h2.5" />,
);
export const IconEye = /* @__PURE__ */ icon(
  <>
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
    <circle cx="8" cy="8" r="2" />
  </>,
);
export const IconFile = /* @__PURE__ */ icon(
  <path d="M9 1.8H4.5A1.3 1.3 0 0 0 3.2 3v10a1.3 1.3 0 0 0 1.3 1.2h7a1.3 1.3 0 0 0 1.3-1.2V5.5L9 1.8ZM9 1.8v3.7h3.8" />,
);
export const IconFilter = /* @__PURE__ */ icon(<path d="M2.5 4h11M4.5 8h7M6.5 12h3" />);
export const IconFlag = /* @__PURE__ */ icon(<path d="M3.5 14.5v-12M3.5 3c3-1.8 5.5 1.6 9 0v6c-3.5 1.6-6-1.8-9 0" />);
export const IconGear = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="2" />
    <path d="M8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M3.6 12.4l1.2-1.2M11.2 4.8l1.2-1.2" />
  </>,
);
export const IconGlobe = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M2 8h12M8 2c2 1.8 2.5 3.8 2.5 6S10 12.2 8 14M8 2C6 3.8 5.5 5.8 5.5 8S6 12.2 8 14" />
  </>,
);
export const IconGrip = /* @__PURE__ */ icon(
  <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth="2" />,
);
export const IconHeart = /* @__PURE__ */ icon(
  <path d="M8 13.5S2 10 2 6a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 4-6 7.5-6 7.5Z" />,
);
export const IconHistory = /* @__PURE__ */ icon(
  <path d="M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3M8 5v3.2l2 1.3" />,
);
export const IconImage = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="2.5" width="12" height="11" rx="2" />
    <circle cx="5.5" cy="6" r="1" />
    <path d="m2.5 12 3.5-3.5 2.5 2.5 2-2 3.5 3.5" />
  </>,
);
export const IconInfo = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.5v3.5M8 5h.01" />
  </>,
);
export const IconKey = /* @__PURE__ */ icon(
  <>
    <circle cx="5" cy="11" r="3" />
    <path d="M7.2 8.8 13.5 2.5M11 5l2 2" />
  </>,
);
export const IconLink = /* @__PURE__ */ icon(
  <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3l-.7.7M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.7-.7" />,
);
export const IconLock = /* @__PURE__ */ icon(
  <>
    <rect x="3" y="7" width="10" height="7" rx="1.5" />
    <path d="M5 7V5a3 3 0 0 1 6 0v2" />
  </>,
);
export const IconLogout = /* @__PURE__ */ icon(
  <path d="M6.5 2.5H4A1.5 1.5 0 0 0 2.5 4v8A1.5 1.5 0 0 0 4 13.5h2.5M10.5 11l3-3-3-3M13 8H6.5" />,
);
export const IconMenu = /* @__PURE__ */ icon(<path d="M3 5h10M3 11h10" />);
export const IconMessage = /* @__PURE__ */ icon(
  <path d="M2 4a1.5 1.5 0 0 1 1.5-1.5h9A1.5 1.5 0 0 1 14 4v6a1.5 1.5 0 0 1-1.5 1.5H7L3.8 14v-2.5h-.3A1.5 1.5 0 0 1 2 10V4Z" />,
);
export const IconMinus = /* @__PURE__ */ icon(<path d="M3 8h10" />);
export const IconMonitor = /* @__PURE__ */ icon(
  <>
    <rect x="1.5" y="2.5" width="13" height="9" rx="1.5" />
    <path d="M5.5 14h5M8 11.5V14" />
  </>,
);
export const IconMonth = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="2.5" width="12" height="11" rx="2" />
    <path d="M2 6.2h12M2 9.8h12M6 6.2v7.3M10 6.2v7.3" />
  </>,
);
export const IconMoon = /* @__PURE__ */ icon(<path d="M13 9.6A5.6 5.6 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6Z" />);
export const IconPaperclip = /* @__PURE__ */ icon(
  <path d="m13.2 7.5-5.3 5.3a3.3 3.3 0 0 1-4.7-4.7l5.5-5.4a2.2 2.2 0 0 1 3.1 3.1L6.4 11.2a1.1 1.1 0 0 1-1.6-1.6l4.9-4.8" />,
);
export const IconPen = /* @__PURE__ */ icon(<path d="M11 2.5 13.5 5 5.5 13l-3.2.7L3 10.5l8-8Z" />);
export const IconPeople = /* @__PURE__ */ icon(
  <>
    <circle cx="5.8" cy="5" r="2.5" />
    <path d="M1.5 13.5c0-2.5 1.9-4 4.3-4s4.3 1.5 4.3 4M10.6 2.8a2.4 2.4 0 0 1 0 4.5M12 9.9c1.6.5 2.5 1.8 2.5 3.6" />
  </>,
);
export const IconPlay = /* @__PURE__ */ icon(<path d="M5 3.2v9.6L12.8 8 5 3.2Z" />);
export const IconPlus = /* @__PURE__ */ icon(<path d="M8 3v10M3 8h10" />);
export const IconPrint = /* @__PURE__ */ icon(
  <path d="M4.5 6V2.5h7V6M4.5 11.5H3A1.2 1.2 0 0 1 1.8 10.3V7.2A1.2 1.2 0 0 1 3 6h10a1.2 1.2 0 0 1 1.2 1.2v3.1a1.2 1.2 0 0 1-1.2 1.2h-1.5M4.5 9.5h7v4.5h-7Z" />,
);
export const IconQuestion = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.8.6-.8 1.1M8 11.2h.01" />
  </>,
);
export const IconRefresh = /* @__PURE__ */ icon(<path d="M13.5 8a5.5 5.5 0 1 1-1.8-4.1l1.8 1.6M13.5 2.5v3h-3" />);
export const IconRefuse = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="m3.8 3.8 8.4 8.4" />
  </>,
);
export const IconRuble = /* @__PURE__ */ icon(<path d="M5 14V2.5h4a3 3 0 0 1 0 6.5H3.5M3.5 11.5H9" />);
export const IconSearch = /* @__PURE__ */ icon(
  <>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3 3" />
  </>,
);
export const IconSend = /* @__PURE__ */ icon(<path d="M14 2 7.3 8.7M14 2 9.7 14l-2.4-5.3L2 6.3 14 2Z" />);
export const IconShapes = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="8.5" width="5.5" height="5.5" rx="1" />
    <circle cx="11" cy="11" r="3" />
    <path d="M8 1.8 11 6.5H5L8 1.8Z" />
  </>,
);
export const IconShare = /* @__PURE__ */ icon(<path d="M9 3.5 14 8l-5 4.5V10C5 10 3 11 2 13c0-4 2-7 7-7V3.5Z" />);
export const IconStory = /* @__PURE__ */ icon(
  <>
    <rect x="4" y="1.5" width="8" height="13" rx="2" />
    <path d="M7 12.5h2" />
  </>,
);
export const IconSun = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" />
  </>,
);
export const IconSwap = /* @__PURE__ */ icon(<path d="M3 5.5h10l-2.5-2.5M13 10.5H3l2.5 2.5" />);
export const IconTable = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="2.5" width="12" height="11" rx="2" />
    <path d="M2 6.2h12M2 9.8h12" />
  </>,
);
export const IconTarget = /* @__PURE__ */ icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 .8v2.4M8 12.8v2.4M.8 8h2.4M12.8 8h2.4" />
  </>,
);
export const IconTasks = /* @__PURE__ */ icon(<path d="m2 4.2 1.2 1.2L5.3 3M2 11l1.2 1.2L5.3 9.8M8 4.2h6M8 11h6" />);
export const IconText = /* @__PURE__ */ icon(<path d="M2.5 4h11M2.5 8h11M2.5 12h7" />);
export const IconTrash = /* @__PURE__ */ icon(
  <path d="M2.5 4.2h11M6 4.2V2.5h4v1.7M4 4.2l.6 9a1 1 0 0 0 1 .8h4.8a1 1 0 0 0 1-.8l.6-9M6.7 7v4M9.3 7v4" />,
);
export const IconUpDown = /* @__PURE__ */ icon(<path d="m5 6 3-3 3 3M5 10l3 3 3-3" />);
export const IconUpload = /* @__PURE__ */ icon(<path d="M8 10V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 13.5h11" />);
export const IconVideo = /* @__PURE__ */ icon(
  <>
    <rect x="1.5" y="3.5" width="9" height="9" rx="1.8" />
    <path d="m10.5 7 4-2.3v6.6l-4-2.3" />
  </>,
);
export const IconWallet = /* @__PURE__ */ icon(
  <>
    <path d="M12.5 5V3.5a1 1 0 0 0-1-1h-8a1.5 1.5 0 0 0 0 3h9.5a1 1 0 0 1 1 1V12.5a1 1 0 0 1-1 1h-9A2 2 0 0 1 2 11.5V4" />
    <path d="M11 9.5h.01" />
  </>,
);
export const IconWave = /* @__PURE__ */ icon(<path d="M1.8 9.5c1.5-3.3 4-3.3 6.2-1s4.7 2.3 6.2-1" />);
export const IconWeek = /* @__PURE__ */ icon(
  <>
    <rect x="2" y="2.5" width="12" height="11" rx="2" />
    <path d="M6 2.5v11M10 2.5v11" />
  </>,
);
