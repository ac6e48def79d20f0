// One line per page: routes import them lazily.
export { AccountPage } from './account/AccountPage';
export { SecondFactorFirst } from './account/SecondFactorFirst';
export { ForgotPasswordPage } from './entry/ForgotPasswordPage';
export { ResetPasswordPage } from './entry/ResetPasswordPage';
export { VerifyEmailPage } from './entry/VerifyEmailPage';
export { InvitationPage } from './entry/InvitationPage';
export { RegisterPage } from './entry/RegisterPage';
export { SignInPage } from './entry/SignInPage';
export { SettingsPage } from './settings/SettingsPage';
export { TokensPage } from './tokens/TokensPage';
export { TeamPage } from './team/TeamPage';
