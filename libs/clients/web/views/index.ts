export { useT as useViewsText } from './locales';
export { useKeptViews } from './use-kept-views';
export { ViewDialog } from './ViewDialog';
export { ViewsMenu } from './ViewsMenu';
