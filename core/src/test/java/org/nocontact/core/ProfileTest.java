package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

class ProfileTest {

    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            instagram/daniel_climbs   | https://www.instagram.com/daniel_climbs/
            instagram/daniel_climbs   | instagram.com/Daniel_Climbs
            instagram/daniel_climbs   | http://m.instagram.com/daniel_climbs?igsh=abc#x
            instagram/daniel_climbs   | https://instagr.am/daniel_climbs
            instagram/daniel_climbs   | https://ig.me/m/daniel_climbs
            instagram/daniel_climbs   | https://instagram.com/@daniel_climbs
            instagram/daniel_climbs   | https://instagram.com/daniel_climbs/reels/
            instagram/daniel_climbs   | https://instagram.com/daniel_climbs/p/Cx12/
            instagram/daniel_climbs   | https://instagram.com/stories/daniel_climbs/31234/
            instagram/daniel_climbs   | https://instagram.com/%64aniel%5Fclimbs
            instagram/daniel_climbs   | https://instagram.com/%2564aniel_climbs
            instagram/daniel_climbs   | https://instagram.com//daniel_climbs
            instagram/daniel_climbs   | https://instagram.com:443/daniel_climbs
            instagram/daniel_climbs   | https://user:pass@instagram.com/daniel_climbs
            instagram/daniel_climbs   | HTTPS://WWW.INSTAGRAM.COM./DANIEL_CLIMBS
            instagram/daniel_climbs   | https://ｉｎｓｔａｇｒａｍ．com/daniel_climbs
            instagram/daniel_climbs   | instagram://user?username=daniel_climbs
            instagram/id:340282366    | https://www.instagram.com/direct/t/340282366/
            threads/daniel            | https://www.threads.net/@daniel/post/x
            threads/daniel            | https://threads.com/@Daniel
            facebook/danielclimbs     | https://www.facebook.com/daniel.climbs
            facebook/danielclimbs     | https://de-de.facebook.com/DanielClimbs/photos
            facebook/danielclimbs     | https://fb.com/daniel.climbs?ref=x
            facebook/danielclimbs     | https://fb.me/daniel.climbs
            facebook/danielclimbs     | https://m.me/daniel.climbs
            facebook/danielclimbs     | https://www.messenger.com/t/daniel.climbs
            facebook/danielclimbs     | https://touch.facebook.com/daniel.climbs/about
            facebook/id:1000123       | https://www.facebook.com/profile.php?id=1000123&sk=photos
            facebook/id:1000123       | https://m.facebook.com/profile.php?v=feed&id=1000123
            facebook/id:1000123       | https://www.facebook.com/people/Daniel-Climbs/1000123/
            facebook/id:1000123       | https://www.facebook.com/1000123
            facebook/id:1000123       | https://www.facebook.com/groups/42/user/1000123/
            facebook/id:1000123       | https://www.facebook.com/messages/e2ee/t/1000123/
            facebook/id:1000123       | https://www.messenger.com/t/1000123
            facebook/id:1000123       | fb://profile/1000123
            x/daniel                  | https://twitter.com/Daniel
            x/daniel                  | https://mobile.twitter.com/daniel/status/12
            x/daniel                  | https://x.com/daniel/followers
            x/daniel                  | https://x.com/intent/follow?screen_name=daniel
            x/daniel                  | twitter://user?screen_name=daniel
            x/id:99                   | https://x.com/i/user/99
            tiktok/daniel             | https://www.tiktok.com/@daniel/video/7?lang=en
            youtube/daniel            | https://youtube.com/@daniel/videos
            youtube/daniel            | https://www.youtube.com/c/daniel
            youtube/daniel            | https://m.youtube.com/user/daniel
            youtube/id:UCaBc-12_x     | https://www.youtube.com/channel/UCaBc-12_x/videos
            linkedin/daniel-climbs-1a | https://de.linkedin.com/in/daniel-climbs-1a/
            linkedin/daniel-climbs-1a | https://www.linkedin.com/mwlite/in/daniel-climbs-1a
            linkedin/jürgen           | https://www.linkedin.com/in/j%C3%BCrgen
            snapchat/daniel           | https://www.snapchat.com/add/daniel?share_id=x
            snapchat/daniel           | https://snapchat.com/@daniel
            telegram/daniel           | https://t.me/daniel
            telegram/daniel           | t.me/s/daniel
            telegram/daniel           | https://telegram.me/daniel
            telegram/daniel           | https://daniel.t.me
            telegram/daniel           | tg://resolve?domain=daniel
            telegram/daniel           | https://web.telegram.org/k/#@daniel
            reddit/daniel             | https://old.reddit.com/u/daniel
            reddit/daniel             | https://www.reddit.com/user/Daniel/comments/
            bluesky/daniel            | https://bsky.app/profile/daniel.bsky.social
            bluesky/daniel            | https://daniel.bsky.social
            bluesky/daniel.example    | https://bsky.app/profile/daniel.example/post/3
            bluesky/id:did:plc:abc    | https://bsky.app/profile/did:plc:abc
            pinterest/daniel          | https://www.pinterest.de/daniel/boards/
            pinterest/daniel          | https://in.pinterest.com/daniel
            tumblr/daniel             | https://daniel.tumblr.com/post/1
            tumblr/daniel             | daniel.tumblr.com
            tumblr/daniel             | https://www.tumblr.com/daniel
            tumblr/daniel             | https://www.tumblr.com/blog/view/daniel
            vk/daniel                 | https://m.vk.com/daniel
            vk/id:42                  | https://vk.com/id42
            spotify/daniel            | https://open.spotify.com/intl-de/user/daniel?si=1
            spotify/daniel            | spotify:user:daniel
            soundcloud/daniel         | https://soundcloud.com/daniel/track
            venmo/daniel              | https://account.venmo.com/u/daniel
            cashapp/daniel            | https://cash.app/$daniel
            discord/id:123            | https://discord.com/users/123
            twitch/daniel             | https://m.twitch.tv/daniel
            github/daniel             | https://github.com/daniel/repository
            strava/id:77              | https://www.strava.com/athletes/77
            onlyfans/daniel           | https://onlyfans.com/daniel
            lastfm/daniel             | https://www.last.fm/de/user/daniel/library
            medium/daniel             | https://medium.com/@daniel/story
            medium/daniel             | https://daniel.medium.com/story
            letterboxd/daniel         | https://letterboxd.com/daniel/films/
            goodreads/id:12           | https://www.goodreads.com/user/show/12-daniel
            steam/daniel              | https://steamcommunity.com/id/daniel
            steam/id:7656             | https://steamcommunity.com/profiles/7656
            skype/daniel              | skype:live:daniel?chat
            mastodon.social/daniel    | https://mastodon.social/@daniel/1234
            mastodon.social/daniel    | https://mastodon.social/users/daniel
            mastodon.social/daniel    | https://other.example/@daniel@mastodon.social
            mastodon.social/daniel    | @daniel@mastodon.social
            mastodon.social/daniel    | acct:daniel@mastodon.social
            threads/daniel            | @daniel@threads.net
            matrix.org/daniel         | @daniel:matrix.org
            matrix.org/daniel         | https://matrix.to/#/@daniel:matrix.org
            forum.example/daniel      | https://www.forum.example/members/daniel/
            daniel.example/posts-3    | https://daniel.example/posts-3
            bücher.example/daniel     | https://xn--bcher-kva.example/daniel
            any/daniel_climbs         | @Daniel_Climbs
            """)
    void theSameProfile(String canonical, String written) {
        assertThat(profile(written).canonical()).isEqualTo(profileOf(canonical).canonical());
    }

    @ParameterizedTest(name = "{1} is not {0}")
    @CsvSource({
        "instagram.com/exname,  instagram.com/exname2",
        "instagram.com/exname,  instagram.com/exname_x",
        "instagram.com/exname,  instagram.com/exname.two",
        "instagram.com/ex.name, instagram.com/exname",
        "instagram.com/exname,  https://notinstagram.com/exname",
        "instagram.com/exname,  https://instagram.com.evil.example/exname",
        "instagram.com/exname,  https://instagram.com@evil.example/exname",
        "instagram.com/daniel,  instagram.com/dаniel",
        "instagram.com/daniel,  x.com/daniel",
        "facebook.com/daniel,   https://facebook.com/profile.php?id=1000123",
        "x.com/daniel,          https://nitter.example/daniel",
        "youtube.com/channel/UCabc, youtube.com/channel/UCABC"
    })
    void differentProfiles(String one, String other) {
        assertThat(profile(one).sameAs(profile(other))).isFalse();
    }

    @ParameterizedTest(name = "{0} and {1} reach the same person")
    @CsvSource({
        "@daniel,        instagram.com/daniel",
        "@daniel,        https://mastodon.social/@daniel",
        "@daniel.climbs, facebook.com/danielclimbs",
        "@danielclimbs,  instagram.com/daniel.climbs",
        "instagram.com/daniel, https://threads.net/@daniel"
    })
    void theSameWhenInDoubt(String one, String other) {
        assertThat(profile(one).sameAs(profile(other))).isTrue();
        assertThat(profile(other).sameAs(profile(one))).isTrue();
        assertThat(HandleIndex.of(List.of(profile(one))).contains(profile(other)))
                .isTrue();
        assertThat(HandleIndex.of(List.of(profile(other))).contains(profile(one)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://instagram.com/",
                "https://www.instagram.com/p/Cx12/",
                "https://www.instagram.com/reel/Cx12/",
                "https://www.instagram.com/explore/",
                "https://www.instagram.com/accounts/login/",
                "https://www.instagram.com/stories/highlights/179/",
                "https://www.facebook.com/watch/?v=1",
                "https://www.facebook.com/groups/42",
                "https://www.facebook.com/events/42",
                "https://www.facebook.com/profile.php",
                "https://www.facebook.com/photo.php?fbid=1",
                "https://x.com/home",
                "https://x.com/i/lists/1",
                "https://x.com/settings/account",
                "https://www.tiktok.com/explore",
                "https://www.youtube.com/watch?v=x",
                "https://www.linkedin.com/company/x",
                "https://www.reddit.com/r/climbing",
                "https://t.me/joinchat/abc",
                "https://discord.com/channels/1/2",
                "https://open.spotify.com/track/1",
                "https://youtu.be/x",
                "https://vm.tiktok.com/x",
                "https://bit.ly/x",
                "https://example.org/",
                "https://",
                "https:///daniel",
                "https://instagram.com/%00",
                "https://instagram.com/%2F%2F",
                "ftp://x.example/daniel",
                "instagram.com/"
            })
    void nobodysProfile(String written) {
        assertThat(Handles.parse(written, List.of())).isInstanceOf(Unreadable.class);
    }

    @Test
    void showsTheAddressOfThePage() {
        assertThat(profile("https://m.instagram.com/Daniel").shown()).isEqualTo("instagram.com/daniel");
        assertThat(profile("https://facebook.com/1000123").shown()).isEqualTo("facebook.com/profile.php?id=1000123");
        assertThat(profile("https://www.tiktok.com/@daniel").shown()).isEqualTo("tiktok.com/@daniel");
        assertThat(profile("https://mastodon.social/@about").shown()).isEqualTo("mastodon.social/@about");
        assertThat(profile("@Daniel").shown()).isEqualTo("@daniel");
    }

    private static Profile profileOf(String canonical) {
        return (Profile) Handle.ofCanonical("profile:" + canonical);
    }

    private static Profile profile(String written) {
        var parsed = Handles.parse(written, List.of());
        assertThat(parsed).as(written).isInstanceOf(Read.class);
        return (Profile) ((Read) parsed).handle();
    }
}
