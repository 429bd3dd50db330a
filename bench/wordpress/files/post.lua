-- Each request posts a comment of its own text: wrk -s post.lua ADDRESS -- FIRST LAST (ids of posts).
local made = 0

function setup(thread)
  made = made + 1
  thread:set("place", made)
end

function init(words)
  first, last = tonumber(words[1]), tonumber(words[2])
  number, run = 0, os.time()
end

function request()
  number = number + 1
  local post = first + (number * 2 + place) % (last - first + 1)
  local text = "For %d months I had this, and walking helped me more than I had thought, %d-%d times."
  local said = text:format(number, run, place):gsub(" ", "+"):gsub(",", "%%2C")
  local form = "author=Maria&email=maria%%40example.org&comment=%s&comment_post_ID=%d&comment_parent=0"
  local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
  return wrk.format("POST", nil, headers, form:format(said, post))
end
