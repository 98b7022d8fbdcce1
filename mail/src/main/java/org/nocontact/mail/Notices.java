package org.nocontact.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Keeper;
import org.nocontact.core.ReachOut;

/// Leaves a sentence in the person's inbox when a mail of theirs was held, or something came: at once what cannot wait,
/// the rest once a day in their calm time. It never says who, nor what stands in it.
final class Notices {
    private static final int LATEST = 50;
    private static final String PRODUCT = "NoContact";

    private final MailSettings settings;
    private final Keeper keeper;

    Notices(MailSettings settings, Keeper keeper) {
        this.settings = settings;
        this.keeper = keeper;
    }

    /// What a notice is about.
    private enum About {
        HELD,
        URGENT,
        CAME
    }

    /// Says what was not said yet; it is said once, or twice after a kill in between.
    ///
    /// @return how far it came
    Progress tell(OpenFolder inbox, Progress told) throws MessagingException {
        var held = newest(heldMail(), told.toldHeld());
        if (held > told.toldHeld()) {
            leave(inbox, About.HELD);
            return told.withToldHeld(held);
        }
        var urgent = newest(came(true), told.toldUrgent());
        if (urgent > told.toldUrgent()) {
            leave(inbox, About.URGENT);
            return told.withToldUrgent(urgent);
        }
        var came = newest(came(false), told.toldCame());
        var now = keeper.look((_, it) -> it);
        if (came > told.toldCame()
                && !now.day().equals(told.toldCameOn())
                && settings.calm().isAt(now.at().atZone(now.zone()))) {
            leave(inbox, About.CAME);
            return told.withToldCame(came, now.day());
        }
        return told;
    }

    private static long newest(Stream<Long> numbers, long atLeast) {
        return numbers.reduce(atLeast, Math::max);
    }

    private Stream<Long> heldMail() {
        return keeper
                .ledger()
                .newest(keeper.account(), Set.of(Event.AttemptHeld.class), Long.MAX_VALUE, LATEST)
                .stream()
                .filter(entry -> entry.event() instanceof Event.AttemptHeld held
                        && held.guard().equals("mail"))
                .map(entry -> entry.seq());
    }

    private Stream<Long> came(boolean urgent) {
        return keeper.look((story, _) -> List.copyOf(story.reachOuts())).stream()
                .filter(reachOut -> reachOut.via().equals(Intake.VIA) && cannotWait(reachOut.label()) == urgent)
                .map(ReachOut::seq);
    }

    private static boolean cannotWait(@Nullable InboundLabel label) {
        return label != null && label.cannotWait();
    }

    private void leave(OpenFolder inbox, About about) throws MessagingException {
        var set = keeper.look((story, now) -> story.settings());
        var texts = ResourceBundle.getBundle(
                "org.nocontact.mail.notices",
                Locale.forLanguageTag(set.getOrDefault("language", "en")),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var word = about.name().toLowerCase(Locale.ROOT);
        var notice = new MimeMessage(Session.getInstance(new Properties()));
        notice.setFrom(me(set.getOrDefault("product", PRODUCT)));
        notice.setRecipient(Message.RecipientType.TO, me(""));
        notice.setSubject(texts.getString(word + ".subject"), StandardCharsets.UTF_8.name());
        notice.setText(
                MessageFormat.format(texts.getString(word + ".text"), settings.quietFolder()) + "\n",
                StandardCharsets.UTF_8.name());
        notice.setHeader("Auto-Submitted", "auto-generated");
        notice.setSentDate(Date.from(keeper.look((_, now) -> now.at())));
        notice.saveChanges();
        inbox.append(notice);
    }

    private InternetAddress me(String name) throws MessagingException {
        var address = new InternetAddress();
        address.setAddress(settings.address());
        try {
            address.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java knows UTF-8.", impossible);
        }
        return address;
    }
}
