// A module of its own, so that its code can come after the page; toasts themselves only need the store.
export { Notifications as ToastArea } from '@mantine/notifications';
