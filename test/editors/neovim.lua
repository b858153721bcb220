-- Neovim as a person sets it up: attaches to the server by the editor's own client and uses what the editor has, on a folder of notes.
-- Prints a line for each thing that works or does not, and one at the end; QUAESTIO_SERVER is the script of the command line, QUAESTIO_NODE what runs it.
local folder = vim.fn.getcwd()
local function say(line) io.stdout:write(line .. "\n") end

local function check(name, test)
  local ok, why = pcall(test)
  -- The editor may have left a message on the line.
  say(ok and "\nok " .. name or "\nnot ok " .. name .. ": " .. tostring(why))
end

-- Waits until something holds; what it was then.
local function eventually(what, ask)
  local answer
  if not vim.wait(15000, function() answer = ask(); return answer end, 50) then error("waited in vain until " .. what) end
  return answer
end

-- To edit anew what is edited already would take it from the server for a moment.
local function open(path)
  local buffer = vim.fn.bufadd(folder .. "/" .. path)
  vim.fn.bufload(buffer)
  vim.api.nvim_set_current_buf(buffer)
end
local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end
local function caret(line, column) vim.api.nvim_win_set_cursor(0, { line, column }) end
local function codes() return table.concat(vim.tbl_map(function(it) return it.code end, vim.diagnostic.get(0)), " ") end
local function file(path) return table.concat(vim.fn.readfile(folder .. "/" .. path), "\n") end

local client
local function attach()
  vim.lsp.buf_attach_client(0, client)
  eventually("the server is attached", function() return vim.lsp.buf_get_clients(0)[client] end)
end

client = vim.lsp.start_client({
  name = "quaestio",
  cmd = { vim.env.QUAESTIO_NODE, vim.env.QUAESTIO_SERVER, "lsp", "--stdio" },
  root_dir = folder,
})

open("a.md")
check("attaches, and shows the problems of a note", function()
  attach()
  eventually("the problem is shown", function() return codes() == "broken-reference" end)
end)

check("completes a title from two of its words", function()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "See [[scale methd" })
  caret(#lines(), 17)
  local asked = vim.lsp.buf_request_sync(0, "textDocument/completion", vim.lsp.util.make_position_params(), 10000)
  local result = asked[client].result
  local items = result.items or result
  assert(items[1] and items[1].label == "Does the method scale?", vim.inspect(items[1]))
  vim.lsp.util.apply_text_edits({ items[1].textEdit }, 0, "utf-16")
  assert(lines()[#lines()]:find("%[%[Does the method scale%?"), lines()[#lines()])
  vim.api.nvim_buf_set_lines(0, -2, -1, false, {})
  vim.cmd("silent write")
end)

check("goes to the note that a link means", function()
  open("a.md")
  caret(3, 8)
  vim.lsp.buf.definition()
  eventually("the other note is open", function() return vim.api.nvim_buf_get_name(0) == folder .. "/deep/does-the-method-scale.md" end)
end)

-- What the editor listed last: quickfix has it.
local function listed(act)
  vim.fn.setqflist({}, "r")
  act()
  return eventually("something is listed", function()
    local items = vim.fn.getqflist()
    return #items > 0 and items
  end)
end

check("finds the links to a question", function()
  open("deep/does-the-method-scale.md")
  attach()
  caret(1, 5)
  local items = listed(function() vim.lsp.buf.references() end)
  local names = vim.tbl_map(function(it) return vim.fn.bufname(it.bufnr):match("[^/]+$") .. ":" .. it.lnum end, items)
  assert(vim.tbl_contains(names, "a.md:3"), vim.inspect(names))
  vim.cmd("cclose")
end)

check("finds a note among the symbols by words of its question", function()
  local items = listed(function() vim.lsp.buf.workspace_symbol("scale method") end)
  assert(items[1].text:find("Does the method scale?", 1, true), vim.inspect(items))
  vim.cmd("cclose")
end)

check("tells what a link leads to", function()
  open("a.md")
  caret(3, 8)
  vim.lsp.buf.hover()
  local told = eventually("a window floats", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then return window end
    end
  end)
  local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(told), 0, -1, false), "\n")
  assert(text:find("Does the method scale?", 1, true), text)
  vim.api.nvim_win_close(told, true)
end)

check("mends a broken link by a code action", function()
  open("a.md")
  attach()
  caret(4, 6)
  eventually("the problem is shown", function() return codes() == "broken-reference" end)
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for at, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or tostring(item)
      table.insert(offered, title)
      if title:find("Does the method scale", 1, true) then return choose(item, at) end
    end
  end
  vim.lsp.buf.code_action()
  local mended = pcall(eventually, "the link is mended", function() return lines()[4] == "And [[Does the method scale?]]." end)
  assert(mended, lines()[4] .. " after " .. table.concat(offered, " | "))
  vim.cmd("silent write")
  eventually("the problem is gone", function() return codes() == "" end)
end)

check("renames a question with every link to it, and the file", function()
  open("deep/does-the-method-scale.md")
  attach()
  caret(1, 5)
  vim.lsp.buf.rename("Does it hold at scale?")
  eventually("the title is another", function() return lines()[1] == "# Does it hold at scale?" end)
  eventually("the file is named after it", function() return vim.api.nvim_buf_get_name(0) == folder .. "/deep/does-it-hold-at-scale.md" end)
  vim.cmd("silent wall")
  eventually("the links are written", function() return file("a.md"):find("And [[Does it hold at scale?]].", 1, true) end)
  assert(file("a.md"):find("See [[Does it hold at scale?]].", 1, true), file("a.md"))
end)

check("notices a note that another program writes", function()
  open("a.md")
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "[[Is anybody there?]]" })
  eventually("the open question is shown", function() return codes() == "broken-reference" end)
  vim.fn.writefile({ "# Is anybody there?" }, folder .. "/c.md")
  eventually("it is answered", function() return codes() == "" end)
end)

vim.lsp.stop_client(client)
say("\ndone ")
vim.cmd("qa!")
