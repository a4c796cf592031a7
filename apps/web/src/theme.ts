import {
  Autocomplete,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Notification,
  Popover,
  SegmentedControl,
  Select,
} from '@mantine/core';
import { focusPageHeadingIfLost } from './design/page-heading';

const teal: MantineColorsTuple = [
  '#E9F6F4', '#D0EAE7', '#A3D5CF', '#73BEB6', '#48A69D', '#268C84', '#137C75', '#0B6E69', '#085854', '#05413E',
];
const gray: MantineColorsTuple = [
  '#F7F9FA', '#EFF3F5', '#E2E8EB', '#D2DADF', '#B2BDC4', '#84919A', '#586771', '#43525C', '#2B3942', '#16222A',
];
const dark: MantineColorsTuple = [
  '#E6ECEF', '#C3CDD3', '#9DAAB3', '#9DAAB3', '#2B3942', '#22303A', '#182228', '#10181D', '#0C1317', '#080D10',
];
const red: MantineColorsTuple = [
  '#FDEEEC', '#F9DCD9', '#F2C5C0', '#F5A19A', '#DD6A62', '#C94A41', '#B5332B', '#A8231C', '#871A14', '#66120E',
];

/** The list scrolls itself: an area that scrolls inside it could not be reached by keyboard. */
const list = { maxHeight: 320, overflowY: 'auto' } as const;

/** Colours, type and shape of the console; the same numbers for the parts we draw ourselves are in tokens.css. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, gray, dark, red },
  black: '#16222A',
  defaultRadius: 8,
  fontFamily: 'var(--font-interface)',
  headings: {
    fontFamily: 'var(--font-interface)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default', loaderProps: { type: 'dots' } } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 4 } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm', withItemsBorders: false } }),
    // Lists open where their field is, so that they stay inside the page's landmarks.
    Autocomplete: Autocomplete.extend({
      defaultProps: { comboboxProps: { withinPortal: false }, withScrollArea: false },
      styles: { options: list },
    }),
    Select: Select.extend({
      defaultProps: { allowDeselect: false, checkIconPosition: 'right', comboboxProps: { withinPortal: false }, withScrollArea: false },
      styles: { options: list },
    }),
    // What is hidden while its button is scrolled out of sight loses the focus with it, and makes the page jump when it comes back.
    Popover: Popover.extend({ defaultProps: { withinPortal: false, hideDetached: false } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Modal: Modal.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, centered: true, onExitTransitionEnd: focusPageHeadingIfLost },
    }),
  },
});

/** Mantine's own variables, bound to our tokens so that both schemes follow one file. */
export const themeVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-quiet)',
    '--mantine-color-placeholder': 'var(--text-quiet)',
    '--mantine-color-error': 'var(--bad-text)',
    '--mantine-color-anchor': 'var(--teal-text)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--quiet-fill)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-button)',
    '--mantine-color-teal-light': 'var(--teal-fill)',
    '--mantine-color-teal-light-hover': 'var(--teal-fill)',
    '--mantine-color-teal-light-color': 'var(--teal-text)',
    '--mantine-color-red-light-color': 'var(--bad-text)',
    '--mantine-color-red-light': 'var(--bad-fill)',
    '--mantine-color-red-light-hover': 'var(--bad-fill)',
    '--mantine-color-gray-light-color': 'var(--text-soft)',
  };
  return { variables: {}, light: shared, dark: shared };
};
