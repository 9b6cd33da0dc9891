package org.obhut.console;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The console's pages, at the root.
 *
 * <p>Controllers are listed here by hand: left to scanning, the console and the API would each take the other's classes.
 * {@code /api/v1}, {@code /assets} and {@code /health} have longer mappings of their own and never reach this
 * application.
 */
@ApplicationPath("/")
public class ConsoleApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.copyOf(List.of(
                FrontDoor.class,
                FirstAdministratorController.class,
                InvitationController.class,
                DeviceController.class,
                PeopleController.class,
                ProfileController.class,
                PasskeyController.class,
                PasskeyCreation.class,
                PasskeyRequest.class,
                InvitationPasskey.class,
                ReturnPasskey.class,
                StartController.class,
                HelpController.class,
                DirectoryController.class,
                OrganisationController.class,
                DirectoryFiles.class,
                NarrativeController.class,
                ReportController.class,
                CodeListController.class,
                ReferralController.class,
                SheetController.class,
                DeskController.class,
                SearchController.class,
                ViewsController.class,
                TicketController.class,
                WritingController.class,
                DescribingController.class,
                PrintController.class,
                ReadersController.class,
                TeamsController.class,
                LeadInvitationController.class,
                TeamController.class,
                MembersController.class,
                AbsencesController.class,
                MovingController.class,
                PresenceController.class,
                MergingController.class,
                SplittingController.class,
                RelatedController.class,
                TeamWorkController.class,
                OwnWorkController.class,
                ProposalController.class,
                ForwardController.class,
                ClientAddressController.class,
                MailController.class,
                MailForms.class,
                ReplyForms.class,
                ReportDownload.class,
                SecondReadingController.class,
                BlockChoiceController.class,
                OwnBlocksController.class,
                TeamBlocksController.class,
                AttachmentDownload.class,
                PreviewController.class,
                PreviewFrame.class,
                DisclosureController.class,
                DisclosureDownload.class,
                NotificationController.class,
                SentController.class,
                SentFrame.class,
                CallController.class,
                CallDraftController.class,
                SpokenController.class,
                CallFindingController.class,
                CallUndoController.class,
                PhoneKeysController.class,
                QuarantineController.class,
                QuarantineDownload.class,
                MailboxController.class,
                PeriodsController.class,
                KeepingController.class,
                ErasureRuleController.class,
                ErasureProofController.class,
                RecoveryController.class,
                RecoverySharesController.class,
                EpochsController.class,
                AuditController.class,
                AccessController.class,
                AccountResetController.class,
                ReturnController.class,
                MailboxSetUpController.class,
                EventResource.class,
                RemainingTime.class,
                UploadLimit.class,
                PartLimit.class,
                PageBuffer.class,
                SignedOutMapper.class,
                StaleFormMapper.class,
                TroubleMapper.class));
    }

    /** Every form that a controller takes has to show the session's token. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.IMPLICIT);
    }
}
