package org.obhut.textblock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;

/** Blocks and links, for whoever writes with them and whoever keeps them. The boundary for the console. */
@ApplicationScoped
@Transactional
public class TextBlocks {

    private static final int MOST_OWN = 200;

    private final TeamBlocks team;
    private final OwnBlocks own;
    private final SecureRandom random;

    @Inject
    TextBlocks(TeamBlocks team, OwnBlocks own, SecureRandom random) {
        this.team = team;
        this.own = own;
        this.random = random;
    }

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TextBlocks() {
        this(null, null, null);
    }

    /**
     * What the caller can insert: own blocks, then those of the caller's teams, each prefix once and in the language that fits best.
     *
     * @param language the client's
     */
    public List<TextBlock> toInsert(Caller caller, String language) {
        refuseOutsiders(caller);
        var all = new ArrayList<>(BestLanguage.of(language, own.of(caller)));
        all.addAll(BestLanguage.of(language, team.of(caller.counsels())));
        return all;
    }

    /** The links of the caller's teams, those in the client's language first. */
    public List<PortalLink> links(Caller caller, String language) {
        refuseOutsiders(caller);
        return team.links(caller.counsels()).stream()
                .sorted(BestLanguage.first(language, PortalLink::language))
                .toList();
    }

    /** The caller's own blocks. */
    public List<TextBlock> own(Caller caller) {
        refuseOutsiders(caller);
        return own.of(caller);
    }

    /** Keeps an own block, in place of the one with this id or of its prefix and language. @throws InvalidInput naming the field */
    public void keepOwn(Caller caller, @Nullable UUID id, TextBlock block) {
        refuseOutsiders(caller);
        TextBlock kept = named(id, block);
        var blocks = new ArrayList<>(own.of(caller));
        blocks.removeIf(other -> other.id().equals(kept.id()) || other.saysTheSameAs(kept));
        if (blocks.size() >= MOST_OWN) {
            throw new InvalidInput("prefix", "too-many-blocks");
        }
        blocks.add(kept);
        own.put(caller, blocks);
    }

    public void removeOwn(Caller caller, UUID id) {
        refuseOutsiders(caller);
        own.put(
                caller,
                own.of(caller).stream().filter(block -> !block.id().equals(id)).toList());
    }

    /** A team's blocks in all languages, for its members. */
    public List<TextBlock> ofTeam(Caller caller, UUID of) {
        refuseStrangers(caller, of);
        return team.of(List.of(of));
    }

    public List<PortalLink> linksOfTeam(Caller caller, UUID of) {
        refuseStrangers(caller, of);
        return team.links(List.of(of));
    }

    /** Keeps a team's block. @throws Refused where the caller does not lead the team; @throws InvalidInput naming the field */
    public void keep(Caller caller, UUID of, @Nullable UUID id, TextBlock block) {
        refuseMembers(caller, of);
        team.put(of, named(id, block));
    }

    public void remove(Caller caller, UUID of, UUID id) {
        refuseMembers(caller, of);
        team.remove(of, id);
    }

    /** Adds those of the starter set whose prefix and language the team does not have. Returns how many. */
    public int addStarters(Caller caller, UUID of) {
        refuseMembers(caller, of);
        return (int) StarterSet.blocks().stream()
                .filter(block -> team.putNew(of, named(null, block)))
                .count();
    }

    /** Keeps a link of the team's. @throws InvalidInput naming the field */
    public void keepLink(Caller caller, UUID of, PortalLink link) {
        refuseMembers(caller, of);
        team.put(of, new PortalLink(RandomId.next(random), link.language(), link.title(), link.url()).checked());
    }

    public void removeLink(Caller caller, UUID of, UUID id) {
        refuseMembers(caller, of);
        team.removeLink(of, id);
    }

    private TextBlock named(@Nullable UUID id, TextBlock block) {
        return new TextBlock(
                        id == null ? RandomId.next(random) : id,
                        block.prefix(),
                        block.language(),
                        block.title(),
                        block.text())
                .checked();
    }

    private static void refuseOutsiders(Caller caller) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
    }

    private static void refuseStrangers(Caller caller, UUID team) {
        if (!caller.counsels().contains(team)) {
            throw new Refused("member of the team");
        }
    }

    private static void refuseMembers(Caller caller, UUID team) {
        if (!caller.leadOf(team)) {
            throw new Refused("lead of the team");
        }
    }
}
