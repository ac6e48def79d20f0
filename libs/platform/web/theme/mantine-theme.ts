import {
  createTheme,
  defaultVariantColorsResolver,
  type ActionIconFactory,
  type ButtonFactory,
  type CheckboxFactory,
  type CloseButtonFactory,
  type DrawerFactory,
  type InputFactory,
  type InputWrapperFactory,
  type MenuFactory,
  type ModalFactory,
  type MultiSelectFactory,
  type PopoverFactory,
  type RadioFactory,
  type SelectFactory,
  type SwitchFactory,
  type TooltipFactory,
  type CSSVariablesResolver,
  type ExtendComponent,
  type FactoryPayload,
  type MantineColorsTuple,
  type MantineThemeComponent,
  type VariantColorsResolver,
} from '@mantine/core';

/**
 * `extend<ButtonFactory>(…)` by its type alone: the theme stands in the shell, and the components it speaks of come with the
 * pages that use them.
 */
const extend = <F extends FactoryPayload>(input: ExtendComponent<F>): MantineThemeComponent => input;

const tuple = (name: string): MantineColorsTuple => [
  `var(--${name}-tint, var(--${name}-bg))`,
  `var(--${name}-tint, var(--${name}-bg))`,
  `var(--${name}-line)`,
  `var(--${name}-line)`,
  `var(--${name})`,
  `var(--${name})`,
  `var(--${name})`,
  `var(--${name})`,
  `var(--${name})`,
  `var(--${name})`,
];

// Mantine reaches into these two for surfaces and lines of its own; what they hold turns dark by itself.
const gray: MantineColorsTuple = [
  'var(--surface-2)',
  'var(--surface-3)',
  'var(--line)',
  'var(--line-strong)',
  'var(--line-strong)',
  'var(--ink-3)',
  'var(--ink-3)',
  'var(--ink-2)',
  'var(--ink)',
  'var(--ink)',
];

const dark: MantineColorsTuple = [
  'var(--ink)',
  'var(--ink-2)',
  'var(--ink-3)',
  'var(--ink-3)',
  'var(--line-strong)',
  'var(--surface-3)',
  'var(--surface)',
  'var(--surface)',
  'var(--surface-2)',
  'var(--bg)',
];

/** One filled button per page: `filled`. Everything else is `default` (outlined) or `subtle` (quiet). */
const resolveVariant: VariantColorsResolver = (input) => {
  const isDanger = input.color === 'danger';
  switch (input.variant) {
    case 'filled':
      return isDanger
        ? {
            background: 'var(--danger)',
            hover: 'var(--danger)',
            color: 'var(--ink-inverse)',
            border: '1px solid var(--danger)',
          }
        : {
            background: 'var(--accent)',
            hover: 'var(--accent-hover)',
            color: 'var(--on-accent)',
            border: '1px solid var(--accent)',
          };
    case 'default':
      return {
        background: 'var(--surface)',
        hover: 'var(--hover)',
        color: isDanger ? 'var(--danger)' : 'var(--ink)',
        border: '1px solid var(--line-strong)',
      };
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: input.variant === 'subtle' ? 'var(--surface-3)' : 'transparent',
        color: isDanger ? 'var(--danger)' : 'var(--ink-2)',
        border: '1px solid transparent',
      };
    case 'light':
      return isDanger
        ? {
            background: 'var(--danger-bg)',
            hover: 'var(--danger-bg)',
            color: 'var(--danger)',
            border: '1px solid transparent',
          }
        : {
            background: 'var(--accent-tint)',
            hover: 'var(--accent-tint)',
            color: 'var(--accent-ink)',
            border: '1px solid transparent',
          };
    default:
      return defaultVariantColorsResolver(input);
  }
};

const buttonSizes: Record<string, { height: string; padding: string; font: string; radius: string }> = {
  xs: { height: '28px', padding: '10px', font: 'var(--fs-12)', radius: 'var(--r-2)' },
  sm: { height: 'var(--h-control)', padding: 'var(--s-3)', font: 'var(--fs-13)', radius: 'var(--r-3)' },
  md: { height: '36px', padding: 'var(--s-4)', font: 'var(--fs-13)', radius: 'var(--r-3)' },
  lg: { height: 'var(--h-control-touch)', padding: 'var(--s-5)', font: 'var(--fs-16)', radius: '10px' },
};

const inputSizes: Record<string, { height: string; font: string }> = {
  xs: { height: '28px', font: 'var(--fs-12)' },
  sm: { height: 'var(--h-control)', font: 'var(--fs-13)' },
  md: { height: '36px', font: 'var(--fs-13)' },
  lg: { height: 'var(--h-control-touch)', font: 'var(--fs-15)' },
};

const overlay = { backgroundOpacity: 0.32, color: 'var(--scrim)' };

export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: 'var(--fs-12)', sm: 'var(--fs-13)', md: 'var(--fs-13)', lg: 'var(--fs-15)', xl: 'var(--fs-18)' },
  lineHeights: {
    xs: 'var(--lh-ui)',
    sm: 'var(--lh-ui)',
    md: 'var(--lh-ui)',
    lg: 'var(--lh-text)',
    xl: 'var(--lh-text)',
  },
  fontWeights: { regular: 'var(--fw-regular)', medium: 'var(--fw-medium)', bold: 'var(--fw-semi)' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: 'var(--fw-semi)',
    sizes: {
      h1: { fontSize: 'var(--fs-22)', lineHeight: 'var(--lh-tight)' },
      h2: { fontSize: 'var(--fs-14)', lineHeight: 'var(--lh-ui)' },
      h3: { fontSize: 'var(--fs-13)', lineHeight: 'var(--lh-ui)' },
    },
  },
  spacing: { xs: 'var(--s-1)', sm: 'var(--s-2)', md: 'var(--s-4)', lg: 'var(--s-6)', xl: 'var(--s-8)' },
  radius: { xs: 'var(--r-1)', sm: 'var(--r-2)', md: 'var(--r-3)', lg: 'var(--r-4)', xl: 'var(--r-pill)' },
  defaultRadius: 'md',
  shadows: { xs: 'var(--sh-1)', sm: 'var(--sh-1)', md: 'var(--sh-2)', lg: 'var(--sh-3)', xl: 'var(--sh-3)' },
  breakpoints: { xs: '30em', sm: '45em', md: '64em', lg: '75em', xl: '90em' },
  colors: { gray, dark, accent: tuple('accent'), danger: tuple('danger'), warn: tuple('warn') },
  primaryColor: 'accent',
  primaryShade: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  variantColorResolver: resolveVariant,
  components: {
    Button: extend<ButtonFactory>({
      defaultProps: { variant: 'default', size: 'sm' },
      vars: (_theme, { size }) => {
        const s = buttonSizes[String(size)];
        return {
          root: s
            ? {
                '--button-height': s.height,
                '--button-padding-x': s.padding,
                '--button-fz': s.font,
                '--button-radius': s.radius,
              }
            : {},
        };
      },
    }),
    ActionIcon: extend<ActionIconFactory>({
      defaultProps: { variant: 'subtle', size: 'sm' },
      vars: (_theme, { size }) => {
        const s = buttonSizes[String(size)];
        return { root: s ? { '--ai-size': s.height, '--ai-radius': s.radius } : {} };
      },
    }),
    CloseButton: extend<CloseButtonFactory>({ defaultProps: { size: 'md' } }),
    Input: extend<InputFactory>({
      defaultProps: { size: 'sm' },
      vars: (_theme, { size }) => {
        const s = inputSizes[String(size)];
        return { wrapper: s ? { '--input-height': s.height, '--input-fz': s.font } : {} };
      },
    }),
    InputWrapper: extend<InputWrapperFactory>({
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    }),
    // Only a variant that is named takes its ink from the resolver; in the dark the accent is light.
    Chip: { defaultProps: { variant: 'filled' } },
    // Its eye dropper is a button without a name; the code is typed or picked.
    ColorInput: { defaultProps: { withEyeDropper: false } },
    Select: extend<SelectFactory>({ defaultProps: { allowDeselect: false, comboboxProps: { shadow: 'md' } } }),
    MultiSelect: extend<MultiSelectFactory>({ defaultProps: { comboboxProps: { shadow: 'md' } } }),
    Checkbox: extend<CheckboxFactory>({ defaultProps: { size: 'xs', radius: 'xs', iconColor: 'var(--on-accent)' } }),
    Radio: extend<RadioFactory>({ defaultProps: { size: 'xs', iconColor: 'var(--on-accent)' } }),
    Switch: extend<SwitchFactory>({ defaultProps: { size: 'sm', withThumbIndicator: false } }),
    Modal: extend<ModalFactory>({
      defaultProps: { radius: 'lg', centered: true, overlayProps: overlay, padding: 'var(--s-5)' },
    }),
    Drawer: extend<DrawerFactory>({
      defaultProps: { position: 'right', overlayProps: overlay, padding: 'var(--s-5)' },
    }),
    Menu: extend<MenuFactory>({
      defaultProps: { shadow: 'md', position: 'bottom-start', radius: 'md', withinPortal: true },
    }),
    Popover: extend<PopoverFactory>({ defaultProps: { shadow: 'md', radius: 'md' } }),
    Tooltip: extend<TooltipFactory>({ defaultProps: { openDelay: 400, radius: 'sm' } }),
  },
});

const neutrals = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--surface-3)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-tint)',
  '--mantine-primary-color-light-hover': 'var(--accent-tint)',
  '--mantine-primary-color-light-color': 'var(--accent-ink)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-light': 'var(--accent-tint)',
  '--mantine-color-accent-light-hover': 'var(--accent-tint)',
  '--mantine-color-accent-light-color': 'var(--accent-ink)',
  '--mantine-color-accent-contrast': 'var(--on-accent)',
};

/** Mantine's own surfaces and inks, in both schemes, become our tokens; the tokens themselves turn dark. */
export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: neutrals, dark: neutrals });
