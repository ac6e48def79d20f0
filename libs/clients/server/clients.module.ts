import { Module } from '@nestjs/common';
import { BrandProfileResolver } from './brand-profile/brand-profile.resolver';
import { BrandProfileService } from './brand-profile/brand-profile.service';
import { ChannelResolver } from './channel/channel.resolver';
import { ChannelsService } from './channel/channels.service';
import { ClientAnswer } from './client/client-answer';
import { ClientResolver } from './client/client.resolver';
import { ClientsQuery } from './client/clients.query';
import { ClientsService } from './client/clients.service';
import { ContactResolver } from './contact/contact.resolver';
import { ContactsService } from './contact/contacts.service';
import { ClientDateResolver } from './date/client-date.resolver';
import { ContactHooks } from './contact/contact-hooks';
import { ClientDatesService } from './date/client-dates.service';
import { ChannelFrequenciesService } from './frequency/channel-frequencies.service';
import { ChannelFrequencyResolver } from './frequency/channel-frequency.resolver';
import { OnboardingResolver } from './onboarding/onboarding.resolver';
import { OnboardingService } from './onboarding/onboarding.service';
import { ResearchResolver } from './research/research.resolver';
import { ResearchService } from './research/research.service';
import { RetainerResolver } from './retainer/retainer.resolver';
import { RetainersService } from './retainer/retainers.service';
import { ServiceCatalogueService } from './service-catalogue/service-catalogue.service';
import { ServiceResolver } from './service-catalogue/service.resolver';
import { SavedViewsQuery } from './views/saved-views.query';
import { SavedViewsService } from './views/saved-views.service';

@Module({
  providers: [
    ClientsQuery,
    ClientsService,
    ClientAnswer,
    ClientResolver,
    BrandProfileService,
    BrandProfileResolver,
    ChannelsService,
    ChannelResolver,
    ContactHooks,
    ContactsService,
    ContactResolver,
    ResearchService,
    ResearchResolver,
    ClientDatesService,
    ClientDateResolver,
    ChannelFrequenciesService,
    ChannelFrequencyResolver,
    OnboardingService,
    OnboardingResolver,
    RetainersService,
    RetainerResolver,
    ServiceCatalogueService,
    ServiceResolver,
    SavedViewsQuery,
    SavedViewsService,
  ],
  exports: [ClientsQuery, ContactHooks, SavedViewsQuery, SavedViewsService],
})
export class ClientsModule {}
