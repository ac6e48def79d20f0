import { Module } from '@nestjs/common';
import { AuditExportController } from './audit/audit-export.controller';
import { AuditLog } from './audit/audit-log';
import { AuditQuery } from './audit/audit.query';
import { AuditResolver } from './audit/audit.resolver';
import { CalendarController } from './calendars/calendar.controller';
import { CalendarDoor } from './calendars/calendar-door';
import { CalendarLinkResolver } from './calendars/calendar-link.resolver';
import { CalendarLinksQuery } from './calendars/calendar-links.query';
import { CalendarLinksService } from './calendars/calendar-links.service';
import { Calendars } from './calendars/calendars';
import { AgencyExportsResolver } from './export/agency-exports.resolver';
import { AgencyExports } from './export/agency-exports.service';
import { Happenings } from './live/happenings';
import { HappeningsResolver } from './live/happenings.resolver';
import { SearchIndexer } from './search/search-indexer';
import { SearchQuery } from './search/search.query';
import { SearchResolver } from './search/search.resolver';
import { TodayQuery } from './today/today.query';
import { TodayResolver } from './today/today.resolver';
import { WebhookCourier } from './webhooks/webhook-courier';
import { WebhookDeliveries } from './webhooks/webhook-deliveries.service';
import { WebhookFeed } from './webhooks/webhook-feed';
import { WebhookPruning } from './webhooks/webhook-pruning';
import { WebhookResolver } from './webhooks/webhook.resolver';
import { WebhookSecrets } from './webhooks/webhook-secrets';
import { WebhooksQuery } from './webhooks/webhooks.query';
import { WebhooksService } from './webhooks/webhooks.service';

@Module({
  controllers: [AuditExportController, CalendarController],
  providers: [
    AuditLog,
    AuditQuery,
    AuditResolver,
    AgencyExports,
    CalendarDoor,
    CalendarLinkResolver,
    CalendarLinksQuery,
    CalendarLinksService,
    Calendars,
    AgencyExportsResolver,
    Happenings,
    HappeningsResolver,
    SearchIndexer,
    SearchQuery,
    SearchResolver,
    TodayQuery,
    TodayResolver,
    WebhookCourier,
    WebhookDeliveries,
    WebhookFeed,
    WebhookPruning,
    WebhookResolver,
    WebhookSecrets,
    WebhooksQuery,
    WebhooksService,
  ],
})
export class ActivityModule {}
