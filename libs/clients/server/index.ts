export * from './clients.module';
export { ChannelObject } from './channel/channel.object';
export * from './client/client.enums';
export * from './client/client.fields';
export * from './client/client.object';
export { ClientsQuery } from './client/clients.query';
export { ContactObject } from './contact/contact.object';
export { ledClient, type LedClient } from './client/led-client';
