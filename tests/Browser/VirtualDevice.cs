using Microsoft.Playwright;

namespace NewsSite.Browser;

/// <summary>A device of Chromium's own making that holds passkeys for one window.</summary>
internal static class VirtualDevice
{
    extension(IPage page)
    {
        /// <param name="verifies">Whether it checks who holds it.</param>
        public async Task PlugInAsync(bool verifies = true)
        {
            var browser = await page.Context.NewCDPSessionAsync(page);
            await browser.SendAsync("WebAuthn.enable");
            await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = verifies, ["isUserVerified"] = verifies, ["automaticPresenceSimulation"] = true,
                },
            });
        }

        /// <summary>Goes to a place by the Tab key alone.</summary>
        public async Task TabToAsync(string selector)
        {
            for (var i = 0; i < 200; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) === true", selector)) return;
            }

            throw new InvalidOperationException($"200 keys did not lead to {selector} on {page.Url}.");
        }

        public async Task PressAsync(string selector)
        {
            await page.TabToAsync(selector);
            await page.Keyboard.PressAsync("Enter");
        }

        public async Task FillInAsync(string selector, string text)
        {
            await page.TabToAsync(selector);
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(text);
        }
    }
}
